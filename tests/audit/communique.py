"""A communiqué of the tests' own, and the fact sheet of an analyst who has read it."""

from factbase.audit.document import Document, _numbered, _of_text

TITLE = "Foreign ministers of Azerbaijan and Kazakhstan meet in Baku"

PARAGRAPHS = [
    "Baku, 16 May 2025",
    "On Wednesday the foreign minister of Azerbaijan, Jeyhun Bayramov, received his colleague Murat Nurtleu of"
    " Kazakhstan in Baku. They signed a memorandum on grain transit, which the ministers called “a milestone”.",
    "Azerbaijan and Kazakhstan agreed on a protocol on the exchange of students on 15 May 2025. Turkey and Georgia"
    " were thanked for their help. The protocol is valid for 2026–2030.",
    "In 2024, trade between Azerbaijan and Kazakhstan grew by 20.7% and reached more than $500 million. Exports of"
    " Azerbaijan fell by 3% to €120 million. Grain moved over the Caspian Sea came to 1,250,000 tons, against 900,000"
    " tons in 2023.",
    "Kazakhstan is the fourth-largest trading partner of Azerbaijan in the region. About 12,000 Azerbaijani tourists"
    " came to Almaty in the first quarter of 2025, twice as many as before.",
    "The two sides have signed more than 40 documents since 1992, among them the Treaty on Friendship of"
    " 16 September 1996.",
    "Kazakhstan undertakes to lend Azerbaijan $75 million by 30 June 2026. Kazakhstan supports the hosting of a summit"
    " of the Organization of Turkic States in Nakhchivan in October 2025.",
    "Azerbaijan and Turkmenistan had become strategic partners on 3 August 2023; Rashid Meredov took part in the talks"
    " as an observer. In Ashgabat, 18 companies of Turkmenistan were named.",
    "Nurtleu invited Bayramov to visit Astana.",
]

TEXT = "\n\n".join([TITLE, *PARAGRAPHS]) + "\n"

SHEET = """
source:
  key: grain
  title: Foreign ministers of Azerbaijan and Kazakhstan meet in Baku
  kind: communiqué
  published: 16 May 2025
  language: en
  address: https://example.org/news/2025/grain?lang=en
actors:
- {name: Jeyhun Bayramov, kind: person, state: Azerbaijan}
- {name: Murat Nurtleu, kind: person, state: Kazakhstan}
- {name: Rashid Meredov, kind: person, state: Turkmenistan}
- {name: Baku, kind: city, part of: Azerbaijan}
- {name: Ashgabat, kind: city, part of: Turkmenistan}
- {name: Organization of Turkic States, kind: organisation}
agreements:
- kind: memorandum
  subject: grain transit
  at: p2.s2
  anchor: memorandum on grain transit
  signed: {date: on Wednesday, at: p2.s1, anchor: On Wednesday, place: Baku}
- kind: protocol
  subject: exchange of students
  at: p3.s1
  anchor: exchange of students
  parties: [Azerbaijan, Kazakhstan]
  signed: {date: 15 May 2025, anchor: agreed on a protocol}
  valid: {date: 2026 to 2030, at: p3.s3, anchor: is valid for}
- kind: treaty
  title: Treaty on Friendship
  subject: friendship
  at: p6
  anchor: Treaty on Friendship
  signed: 16 September 1996
events:
- name: Talks of Bayramov and Nurtleu in Baku
  kind: talks
  date: {edtf: 2025-05-14, text: On Wednesday}
  place: Baku
  at: p2.s1
  anchor: received his colleague
  participants:
  - {actor: Jeyhun Bayramov, role: host}
  - {actor: Murat Nurtleu, role: guest}
- name: Talks of 2023
  kind: talks
  at: p8
  anchor: took part in the talks
  participants:
  - {actor: Rashid Meredov, role: observer}
figures:
- {indicator: trade, area: Azerbaijan, partner: Kazakhstan, flow: turnover, period: 2024, value: more than $500 million,
   change: +20.7%, at: p4.s1, anchor: grew by}
- {indicator: trade, area: Azerbaijan, partner: Kazakhstan, flow: export, period: 2024, value: €120 million, at: p4,
   anchor: Exports of Azerbaijan, change: -3%}
- {indicator: cargo, period: 2024, value: "1,250,000 t", at: p4.s3, anchor: "1,250,000"}
- {indicator: cargo, period: 2023, value: "900,000 t", at: p4.s3, anchor: against}
- {indicator: rank, basis: trading partners of Azerbaijan, area: Azerbaijan, partner: Kazakhstan, period: 2024,
   value: "4", unit: rank, at: p5.s1, anchor: trading partner of Azerbaijan}
- {indicator: count, basis: tourists, period: Q1 2025, value: about 12000 tourists, at: p5.s2, anchor: came to Almaty}
tallies:
- {thing: Treaty on Friendship, counted: documents, count: more than 40, at: p6, anchor: have signed}
- {thing: Talks of 2023, counted: companies, count: 18, at: p8.s2, anchor: companies of Turkmenistan}
commitments:
- {actor: Kazakhstan, towards: Azerbaijan, subject: lend money, due: by 30 June 2026, modality: plan, at: p7.s1,
   anchor: undertakes to lend}
provisions:
- {agreement: Treaty on Friendship, kind: loan, grantor: Kazakhstan, beneficiary: Azerbaijan, value: $75 million,
   at: p7.s1, anchor: to lend}
positions:
- {holder: Kazakhstan, stance: supports, target: Organization of Turkic States, subject: a summit in Nakhchivan,
   date: October 2025, at: p7.s2, anchor: supports the hosting}
relations:
- {actor: Azerbaijan, kind: partnership, other: Turkmenistan, level: strategic partners, date: since 3 August 2023,
   at: p8.s1, anchor: strategic partners}
statements:
- {text: The ministers think highly of the memorandum., at: p2.s2, anchor: "called \\"a milestone\\""}
"""


def from_text(text: str) -> Document:
    """The document that a plain text is."""
    return _numbered(_of_text(text))
