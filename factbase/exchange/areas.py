"""The codes of states and groups in statistics, and the actors that they mean."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from factbase.values.state import state_of

if TYPE_CHECKING:
    from factbase.journal.bulk import NewActor
    from factbase.store.reading import Reader

# Codes of statistics that are no codes of ISO 3166: of UN Comtrade and BACI (numbers, and a letter with two digits), the
# World Bank (three letters), Eurostat and other users of SDMX. Key, kind, label, codes; a number that is M49's own has
# its zeros. A kind 'state' has the alpha-3 code for its key, and is drawn from the library.
_TABLE = """
world | group | World | 0 W00 WLD 001 W0 1W W WORLD WLD_ALL
african-union | organisation | African Union | AU
asean | organisation | Association of Southeast Asian Nations | 975 ASEAN
european-union | organisation | European Union | 97 EU2 EUR EUU EU
euro-area | group | Euro area | EMU EA U2 I9
european-union-15 | group | European Union of 15 members (1995–2004) | EU15
european-union-25 | group | European Union of 25 members (2004–2006) | EU25
european-union-27 | group | European Union of 27 members (from 2020) | EU27_2020 EU27 B6
european-union-27-2007 | group | European Union of 27 members (2007–2013) | EU27_2007
european-union-28 | group | European Union of 28 members (2013–2020) | EU28
euro-area-19 | group | Euro area of 19 members (2015–2022) | EA19 I8
euro-area-20 | group | Euro area of 20 members (from 2023) | EA20
oecd | organisation | Organisation for Economic Co-operation and Development | OED OECD
g7 | group | G7 | G7
g20 | group | G20 | G20
other-asia-nes | group | Other Asia, not elsewhere specified | 490 S19
areas-nes | group | Areas, not elsewhere specified | 899 _X XX X
bunkers | group | Bunkers | 837 X1
free-zones | group | Free zones | 838 X2
special-categories | group | Special categories | 839 X3
other-europe-nes | group | Other Europe, not elsewhere specified | 568 E19
other-africa-nes | group | Other Africa, not elsewhere specified | 577 F19
oceania-nes | group | Oceania, not elsewhere specified | 527 O19
western-asia-nes | group | Western Asia, not elsewhere specified | 879
caribbean-nes | group | Caribbean, not elsewhere specified | 129
northern-africa-nes | group | Northern Africa, not elsewhere specified | 290
eastern-europe-nes | group | Eastern Europe, not elsewhere specified | 221
africa-cameu-nes | group | CAMEU region of Africa, not elsewhere specified | 472
cacm-nes | group | Central American Common Market, not elsewhere specified | 471
laia-nes | group | Latin American Integration Association, not elsewhere specified | 473
north-central-america-nes | group | North and Central America, not elsewhere specified | 637
rest-of-america-nes | group | Rest of America, not elsewhere specified | 636
europe-efta-nes | group | EFTA members in Europe, not elsewhere specified | 697 R20
neutral-zone | group | Neutral Zone | 536
us-pacific-islands | group | United States' miscellaneous Pacific islands | 849
belgium-luxembourg | group | Belgium–Luxembourg | 58 BLX
southern-african-customs-union | group | Southern African Customs Union | 711 ZA1
FRA | state | | 251
NOR | state | | 579
IND | state | | 699
CHE | state | | 757
USA | state | | 842
ITA | state | | 381
GBR | state | | UK
GRC | state | | EL
ROU | state | | ROM
COD | state | | ZAR
TLS | state | | TMP
PSE | state | | WBG
XKX | state | | KSV XKV XKO XK
SUN | state | | 810
YUG | state | | 890
SCG | state | | 891
CSK | state | | 200
DDR | state | | 278
usa-before-1981 | group | United States before 1981, without the Virgin Islands | 841
india-without-sikkim | group | India without Sikkim | 356_1975
west-germany | former state | West Germany | 280
yemen-arab-republic | former state | Yemen Arab Republic | 886
democratic-yemen | former state | Democratic Yemen | 720 YMD
north-vietnam | former state | Democratic Republic of Viet-Nam | 866 VDR
south-vietnam | former state | Republic of Viet-Nam | 868
ethiopia-before-1993 | former state | Ethiopia with Eritrea | 230
sudan-before-2011 | former state | Sudan before 2011 | 736
pakistan-before-1971 | former state | East and West Pakistan | 588
netherlands-antilles | former state | Netherlands Antilles | 530 ANT
netherlands-antilles-aruba | former state | Netherlands Antilles with Aruba | 532
pacific-islands | former state | Trust Territory of the Pacific Islands | 582 PCI
panama-without-canal-zone | former state | Panama without the Canal Zone | 590
panama-canal-zone | former state | Panama Canal Zone | 592 PCZ
rhodesia-nyasaland | former state | Rhodesia and Nyasaland | 717
tanganyika | former state | Tanganyika | 835
zanzibar | former state | Zanzibar and Pemba | 836
ryukyu-islands | former state | Ryukyu Islands | 647
peninsular-malaysia | former state | Peninsular Malaysia | 459
sabah | former state | Sabah | 461
sarawak | former state | Sarawak | 457
saint-kitts-nevis-anguilla | former state | Saint Kitts, Nevis and Anguilla | 658
channel-islands | group | Channel Islands | CHI
africa-eastern-southern | group | Africa Eastern and Southern | AFE
africa-western-central | group | Africa Western and Central | AFW
arab-world | group | Arab World | ARB
caribbean-small-states | group | Caribbean small states | CSS
central-europe-baltics | group | Central Europe and the Baltics | CEB
early-demographic-dividend | group | Early-demographic dividend | EAR
east-asia-pacific | group | East Asia & Pacific | EAS
east-asia-pacific-developing | group | East Asia & Pacific (excluding high income) | EAP
east-asia-pacific-ida-ibrd | group | East Asia & Pacific (IDA & IBRD countries) | TEA
europe-central-asia | group | Europe & Central Asia | ECS
europe-central-asia-developing | group | Europe & Central Asia (excluding high income) | ECA
europe-central-asia-ida-ibrd | group | Europe & Central Asia (IDA & IBRD countries) | TEC
fragile-conflict-affected | group | Fragile and conflict affected situations | FCS
heavily-indebted-poor | group | Heavily indebted poor countries (HIPC) | HPC
high-income | group | High income | HIC
ibrd-only | group | IBRD only | IBD
ida-ibrd-total | group | IDA & IBRD total | IBT
ida-total | group | IDA total | IDA
ida-blend | group | IDA blend | IDB
ida-only | group | IDA only | IDX
not-classified | group | Not classified | INX
late-demographic-dividend | group | Late-demographic dividend | LTE
latin-america-caribbean | group | Latin America & Caribbean | LCN
latin-america-caribbean-developing | group | Latin America & Caribbean (excluding high income) | LAC
latin-america-caribbean-ida-ibrd | group | Latin America & Caribbean (IDA & IBRD countries) | TLA
least-developed | group | Least developed countries (UN classification) | LDC
low-income | group | Low income | LIC
lower-middle-income | group | Lower middle income | LMC
low-middle-income | group | Low & middle income | LMY
middle-income | group | Middle income | MIC
middle-east-north-africa | group | Middle East & North Africa (as the World Bank groups them) | MEA
middle-east-north-africa-developing | group | Middle East & North Africa (excluding high income) | MNA
middle-east-north-africa-ida-ibrd | group | Middle East & North Africa (IDA & IBRD countries) | TMN
north-america | group | North America (World Bank) | NAC
other-small-states | group | Other small states | OSS
pacific-small-states | group | Pacific island small states | PSS
post-demographic-dividend | group | Post-demographic dividend | PST
pre-demographic-dividend | group | Pre-demographic dividend | PRE
small-states | group | Small states | SST
south-asia | group | South Asia (World Bank) | SAS
south-asia-ida-ibrd | group | South Asia (IDA & IBRD) | TSA
sub-saharan-africa | group | Sub-Saharan Africa | SSF
sub-saharan-africa-developing | group | Sub-Saharan Africa (excluding high income) | SSA
sub-saharan-africa-ida-ibrd | group | Sub-Saharan Africa (IDA & IBRD countries) | TSS
upper-middle-income | group | Upper middle income | UMC
africa | group | Africa | 002
oceania | group | Oceania | 009
americas | group | Americas | 019
asia | group | Asia | 142
europe | group | Europe | 150
northern-africa | group | Northern Africa | 015
sub-saharan-africa-un | group | Sub-Saharan Africa (UN M49) | 202
western-africa | group | Western Africa | 011
eastern-africa | group | Eastern Africa | 014
middle-africa | group | Middle Africa | 017
southern-africa | group | Southern Africa | 018
northern-america | group | Northern America | 021
latin-america-caribbean-un | group | Latin America and the Caribbean (UN M49) | 419
caribbean | group | Caribbean | 029
central-america | group | Central America | 013
south-america | group | South America | 005
central-asia | group | Central Asia | 143
eastern-asia | group | Eastern Asia | 030
south-eastern-asia | group | South-eastern Asia | 035
southern-asia | group | Southern Asia | 034
western-asia | group | Western Asia | 145
eastern-europe | group | Eastern Europe | 151
northern-europe | group | Northern Europe | 154
southern-europe | group | Southern Europe | 039
western-europe | group | Western Europe | 155
australia-new-zealand | group | Australia and New Zealand | 053
melanesia | group | Melanesia | 054
micronesia | group | Micronesia (region) | 057
polynesia | group | Polynesia | 061
"""
# By which a base may know them already, under keys of its own.
_WIKIDATA = {
    "european-union": "Q458",
    "oecd": "Q41550",
    "asean": "Q7768",
    "african-union": "Q7159",
    "euro-area": "Q8268",
}


@cache
def _special() -> dict[str, tuple[str, str, str]]:
    """Key, kind and label of what each special code means."""
    lines = (tuple(part.strip() for part in line.split("|")) for line in _TABLE.strip().splitlines())
    return {code: (key, kind, label) for key, kind, label, codes in lines for code in codes.split()}


class Areas:
    """From codes to the keys of actors: those of the base first, else new ones, which `fresh` gives once.

    `described` are codes that a table of the data set itself explains: an alpha-3 code and a name each.
    """

    def __init__(self, base: Reader, described: dict[str, tuple[str, str]] | None = None) -> None:
        self._base = base
        self._described = described or {}
        self._keys = {str(key) for (key,) in base.rows("SELECT key FROM thing")}
        self._known: dict[str, str] = {}
        columns = ("m49", "iso2", "iso3", "wikidata")
        for key, *codes in base.rows(f"SELECT key, {', '.join(columns)} FROM actor"):
            self._known |= {str(code): str(key) for code in codes if code}
        self._placed: dict[str, str | None] = {}
        self._fresh: list[NewActor] = []
        self._told: set[str] = set()

    def place(self, code: str) -> str | None:
        """The key of the actor that a code means, None where it means none.

        A number may lack its leading zeros; letters count in capitals.
        """
        if code not in self._placed:
            self._placed[code] = self._find(code.strip())
        return self._placed[code]

    def named(self, name: str) -> str | None:
        """The key of the actor that a code or a name means; a name that two have means none."""
        return self.place(name) or self._by_name(name)

    def fresh(self) -> tuple[NewActor, ...]:
        """The actors that were placed since this was asked last, and that the base has not."""
        fresh, self._fresh = tuple(self._fresh), []
        return fresh

    def _find(self, code: str) -> str | None:
        if not code or not code.isascii():
            return None
        number = code.zfill(3) if code.isdigit() else code
        special = _special().get(code) or _special().get(number)
        if special is None and code.isdigit():
            special = _special().get(code.lstrip("0") or "0")
        if special and special[1] == "state":
            return self._state(special[0])
        if special:
            key, kind, label = special
            wikidata = _WIKIDATA.get(key)
            return self._known.get(wikidata or "") or self._new(key, kind, label, wikidata=wikidata)
        if number in self._known and (code.isdigit() or code.isupper()):
            return self._known[number]
        if found := self._state(number):
            return found
        if code in self._keys:
            return self._by_name(code)
        if code in self._described:
            iso3, label = self._described[code]
            if iso3 and iso3 != code and (found := self._find(iso3)):
                return found
            from factbase.values.name import slug

            return self._new(slug(label), "group", label)
        return self._by_name(code)

    def _state(self, code: str) -> str | None:
        if code in self._known:
            return self._known[code]
        state = state_of(code)
        if state is None:
            return None
        for known in (state.iso3, state.wikidata):
            if known in self._known:
                return self._known[known]
        names = (state.official,) if state.official else ()
        kind = "former state" if state.former else "state"
        return self._new(
            state.iso3,
            kind,
            state.name,
            iso2=state.iso2,
            iso3=state.iso3,
            m49=state.m49,
            wikidata=state.wikidata,
            names=names,
        )

    def _by_name(self, name: str) -> str | None:
        """What the base calls so, else a state of that name."""
        from factbase.errors import BadInput
        from factbase.store.lookup import candidates
        from factbase.values.state import find_state

        found = candidates(self._base, name, ("actor",))
        if found:
            return found[0] if len(found) == 1 else None
        if len(name) <= 3:
            return None
        try:
            state = find_state(name)
        except BadInput:
            return None
        return self._state(state.iso3) if state else None

    def _new(self, key: str, kind: str, label: str, **told: str | tuple[str, ...] | None) -> str:
        from factbase.journal.bulk import NewActor

        if key not in self._keys and key not in self._told:
            self._told.add(key)
            self._fresh.append(NewActor(key, kind, label, **told))  # type: ignore[arg-type]
        return key
