"""Codes of statistics that ISO 3166 does not have, or that mean something else there; by whose they are.

`c` are those of UN Comtrade and BACI, `w` of the World Bank, `s` of Eurostat, the ECB, the OECD, the IMF and others who
publish in SDMX, `m` the UN's M49, which all of them use. A group that others draw otherwise has its maker's name.
Comtrade gives one alpha-3 code to several areas (BEL is Belgium, and Belgium with Luxembourg before 1999), so that its
numbers are surer. A kind 'state' has the alpha-3 code for its key, and is drawn from the library.
"""

from __future__ import annotations

from functools import cache

_TABLE = """
world | group | World | m:001 c:0 c:W00 c:WLD w:WLD s:W0 s:W00 s:W s:WORLD s:X01 s:G001 s:WLD
asean | organisation | Association of Southeast Asian Nations | c:975 c:R4 s:ASEAN
european-union | organisation | European Union | c:97 c:EUR c:EU2 w:EUU s:EU s:G998
euro-area | group | Euro area | w:EMU s:EA s:U2 s:XM s:G163
euro-area-19 | group | Euro area of 19 members (2015–2022) | s:EA19 s:I8
euro-area-20 | group | Euro area of 20 members (2023–2025) | s:EA20 s:I9
euro-area-21 | group | Euro area of 21 members (from 2026) | s:EA21
european-union-15 | group | European Union of 15 members (1995–2004) | s:EU15
european-union-25 | group | European Union of 25 members (2004–2006) | s:EU25
european-union-27 | group | European Union of 27 members (from 2020) | s:EU27_2020 s:B6
european-union-27-2007 | group | European Union of 27 members (2007–2013) | s:EU27_2007
european-union-28 | group | European Union of 28 members (2013–2020) | s:EU28
inside-european-union-27 | group | Between members of the European Union of 27 (from 2020) | s:INT_EU27_2020 s:EU27_2020_INTRA
outside-european-union-27 | group | Outside the European Union of 27 members (from 2020) | s:EXT_EU27_2020 s:EU27_2020_EXTRA
outside-euro-area-19 | group | Outside the euro area of 19 members | s:EXT_EA19
outside-euro-area-20 | group | Outside the euro area of 20 members | s:EXT_EA20
outside-euro-area-21 | group | Outside the euro area of 21 members | s:EXT_EA21
rest-of-the-world | group | Rest of the world | s:W1 s:WRL_REST s:WXD
advanced-economies | group | Advanced economies | s:G110
emerging-developing-economies | group | Emerging market and developing economies | s:G200
asia-imf | group | Asia (IMF) | s:GX229
caribbean-imf | group | Caribbean (IMF) | s:GX1218
central-america-imf | group | Central America (IMF) | s:GX1212
europe-weo | group | Europe (IMF, WEO) | s:GX970
north-america-imf | group | North America (IMF) | s:G92031
south-america-imf | group | South America (IMF) | s:GX2041
africa-imf | group | Africa (IMF, trade) | s:GX605
europe-imf | group | Europe (IMF, trade) | s:GX170
middle-east-imf | group | Middle East (IMF, trade) | s:GX405
cis-imf | group | Commonwealth of Independent States (IMF, trade) | s:GX901
other-countries-imf | group | Other countries, not included elsewhere (IMF, trade) | s:GCANCEX
emerging-developing-asia | group | Emerging and developing Asia | s:G505
emerging-developing-europe | group | Emerging and developing Europe | s:G903
euro-area-members | group | Euro area, aggregate of its members (IMF) | s:G995
latin-america-caribbean-imf | group | Latin America and the Caribbean (IMF) | s:G205
middle-east-central-asia-imf | group | Middle East and Central Asia (IMF) | s:G400
other-advanced-economies | group | Advanced economies other than the G7 and the euro area | s:GX123
sub-saharan-africa-imf | group | Sub-Saharan Africa (IMF) | s:G603
asean-5 | group | ASEAN-5 (IMF) | s:G510
emerging-middle-income | group | Emerging market and middle-income economies | s:G1201
low-income-developing | group | Low-income developing countries (IMF) | s:G201
heavily-indebted-poor-imf | group | Heavily indebted poor countries (IMF) | s:G711
advanced-asia | group | Advanced Asia | s:G202
advanced-europe | group | Advanced Europe | s:G906
caucasus-central-asia | group | Caucasus and Central Asia (IMF) | s:G940
emerging-asia | group | Emerging Asia (IMF) | s:G1515
mena-imf | group | Middle East and North Africa (IMF) | s:G406
menap-imf | group | Middle East, North Africa, Afghanistan and Pakistan (IMF) | s:GX440 s:1C_440
oil-exporters-middle-east-central-asia | group | Middle East and Central Asia: oil exporters | s:G401
oil-importers-middle-east-central-asia | group | Middle East and Central Asia: oil importers | s:G402
sub-saharan-low-income | group | Sub-Saharan Africa: low-income | s:G1627
sub-saharan-middle-income | group | Sub-Saharan Africa: middle-income | s:G1626
sub-saharan-oil-exporters | group | Sub-Saharan Africa: oil exporters | s:G1614
emerging-net-creditors | group | Emerging and developing economies: net creditors | s:G209
emerging-net-debtors | group | Emerging and developing economies: net debtors | s:G606
emerging-net-debtors-arrears | group | Emerging and developing economies: net debtors with arrears or rescheduling | s:G087
emerging-diversified | group | Emerging and developing economies: diversified exports | s:G216
emerging-fuel | group | Emerging and developing economies: exports of fuel | s:G080 s:1C_080
emerging-manufactures | group | Emerging and developing economies: exports of manufactures | s:G083
emerging-nonfuel | group | Emerging and developing economies: exports other than fuel | s:G092 s:1C_092
emerging-primary | group | Emerging and developing economies: exports of primary products other than fuel | s:G089
emerging-services | group | Emerging and developing economies: exports of services | s:G084
oecd | organisation | Organisation for Economic Co-operation and Development | w:OED s:OECD
g7 | group | G7 | s:G7 s:G119
g20 | group | G20 | s:G20
other-asia-nes | group | Other Asia, not elsewhere specified | c:490 c:S19
areas-nes | group | Areas, not elsewhere specified | c:899 c:_X s:_X
bunkers | group | Bunkers | c:837 c:X1
free-zones | group | Free zones | c:838 c:X2
special-categories | group | Special categories | c:839 c:XX
other-europe-nes | group | Other Europe, not elsewhere specified | c:568 c:E19
other-africa-nes | group | Other Africa, not elsewhere specified | c:577 c:F19
oceania-nes | group | Oceania, not elsewhere specified | c:527 c:O19
western-asia-nes | group | Western Asia, not elsewhere specified | c:879 c:F97
caribbean-nes | group | Caribbean, not elsewhere specified | c:129 c:A49
northern-africa-nes | group | Northern Africa, not elsewhere specified | c:290 c:F49
eastern-europe-nes | group | Eastern Europe, not elsewhere specified | c:221 c:E29
europe-eu-nes | group | European Union in Europe, not elsewhere specified | c:492 c:MCO
europe-efta-nes | group | EFTA members in Europe, not elsewhere specified | c:697 c:R20
africa-cameu-nes | group | CAMEU region of Africa, not elsewhere specified | c:472 c:_AC
cacm-nes | group | Central American Common Market, not elsewhere specified | c:471 c:R91
laia-nes | group | Latin American Integration Association, not elsewhere specified | c:473
north-central-america-nes | group | North and Central America, not elsewhere specified | c:637 c:A59
rest-of-america-nes | group | Rest of America, not elsewhere specified | c:636 c:A79
neutral-zone | group | Neutral Zone | c:536 c:NTZ
british-antarctic-territory | group | British Antarctic Territory | c:80 c:ATB
us-pacific-islands | group | United States' miscellaneous Pacific islands | c:849 c:PUS
midway-islands | group | Midway Islands | c:488 c:_MI
wake-island | group | Wake Island | c:872 c:_WI
belgium-luxembourg | group | Belgium–Luxembourg (to 1998) | c:58
southern-african-customs-union | group | Southern African Customs Union (to 1999) | c:711 c:ZA1
FRA | state | | c:251
NOR | state | | c:579
IND | state | | c:699
CHE | state | | c:757
USA | state | | c:842
ITA | state | | c:381
XKX | state | | c:412 c:_KS w:KSV s:XKV s:XKO s:KOS
GBR | state | | s:UK
ROU | state | | w:ROM
COD | state | | w:ZAR
TLS | state | | w:TMP
PSE | state | | w:WBG s:WBG
AND | state | | w:ADO
IMN | state | | w:IMY
SUN | state | | c:810
YUG | state | | c:890
SCG | state | | c:891
CSK | state | | c:200
DDR | state | | c:278
usa-puerto-rico | group | United States with Puerto Rico (to 1980) | c:841
west-germany | former state | West Germany | c:280
yemen-arab-republic | former state | Yemen Arab Republic | c:886
democratic-yemen | former state | Democratic Yemen | c:720 c:YMD
north-vietnam | former state | Democratic Republic of Viet-Nam | c:866 c:VDR
south-vietnam | former state | Republic of Viet-Nam | c:868
ethiopia-before-1993 | former state | Ethiopia with Eritrea | c:230
sudan-before-2011 | former state | Sudan before 2011 | c:736
pakistan-before-1971 | former state | East and West Pakistan | c:588
netherlands-antilles | former state | Netherlands Antilles | c:530 c:ANT
netherlands-antilles-aruba | former state | Netherlands Antilles with Aruba | c:532
pacific-islands | former state | Trust Territory of the Pacific Islands | c:582 c:PCI
panama-without-canal-zone | former state | Panama without the Canal Zone | c:590
panama-canal-zone | former state | Panama Canal Zone | c:592 c:PCZ
rhodesia-nyasaland | former state | Rhodesia and Nyasaland | c:717 c:_RN
tanganyika | former state | Tanganyika | c:835 c:_TK
zanzibar | former state | Zanzibar and Pemba | c:836 c:_ZP
ryukyu-islands | former state | Ryukyu Islands | c:647 c:_RI
peninsular-malaysia | former state | Peninsular Malaysia | c:459 c:_PM
sabah | former state | Sabah | c:461 c:_SH
sarawak | former state | Sarawak | c:457 c:_SK
sikkim | former state | Sikkim | c:698 c:_SM
saint-kitts-nevis-anguilla | former state | Saint Kitts, Nevis and Anguilla | c:658
channel-islands | group | Channel Islands | c:830 c:_CI w:CHI
africa-eastern-southern | group | Africa Eastern and Southern | w:AFE
africa-western-central | group | Africa Western and Central | w:AFW
arab-world | group | Arab World | w:ARB
caribbean-small-states | group | Caribbean small states | w:CSS
central-europe-baltics | group | Central Europe and the Baltics | w:CEB
early-demographic-dividend | group | Early-demographic dividend | w:EAR
east-asia-pacific | group | East Asia & Pacific | w:EAS
east-asia-pacific-developing | group | East Asia & Pacific (excluding high income) | w:EAP
east-asia-pacific-ida-ibrd | group | East Asia & Pacific (IDA & IBRD countries) | w:TEA
europe-central-asia | group | Europe & Central Asia | w:ECS
europe-central-asia-developing | group | Europe & Central Asia (excluding high income) | w:ECA
europe-central-asia-ida-ibrd | group | Europe & Central Asia (IDA & IBRD countries) | w:TEC
fragile-conflict-affected | group | Fragile and conflict affected situations | w:FCS
heavily-indebted-poor | group | Heavily indebted poor countries (HIPC) | w:HPC
high-income | group | High income | w:HIC
ibrd-only | group | IBRD only | w:IBD
ida-ibrd-total | group | IDA & IBRD total | w:IBT
ida-total | group | IDA total | w:IDA
ida-blend | group | IDA blend | w:IDB
ida-only | group | IDA only | w:IDX
not-classified | group | Not classified | w:INX
late-demographic-dividend | group | Late-demographic dividend | w:LTE
latin-america-caribbean | group | Latin America & Caribbean | w:LCN
latin-america-caribbean-developing | group | Latin America & Caribbean (excluding high income) | w:LAC
latin-america-caribbean-ida-ibrd | group | Latin America & Caribbean (IDA & IBRD countries) | w:TLA
least-developed | group | Least developed countries (UN classification) | w:LDC
low-income | group | Low income | w:LIC
lower-middle-income | group | Lower middle income | w:LMC
low-middle-income | group | Low & middle income | w:LMY
middle-income | group | Middle income | w:MIC
middle-east-north-africa | group | Middle East & North Africa (as the World Bank groups them) | w:MEA
middle-east-north-africa-developing | group | Middle East & North Africa (excluding high income) | w:MNA
middle-east-north-africa-ida-ibrd | group | Middle East & North Africa (IDA & IBRD countries) | w:TMN
north-america | group | North America (World Bank) | w:NAC
other-small-states | group | Other small states | w:OSS
pacific-small-states | group | Pacific island small states | w:PSS
post-demographic-dividend | group | Post-demographic dividend | w:PST
pre-demographic-dividend | group | Pre-demographic dividend | w:PRE
small-states | group | Small states | w:SST
south-asia | group | South Asia (World Bank) | w:SAS
south-asia-ida-ibrd | group | South Asia (IDA & IBRD) | w:TSA
sub-saharan-africa | group | Sub-Saharan Africa | w:SSF
sub-saharan-africa-developing | group | Sub-Saharan Africa (excluding high income) | w:SSA
sub-saharan-africa-ida-ibrd | group | Sub-Saharan Africa (IDA & IBRD countries) | w:TSS
upper-middle-income | group | Upper middle income | w:UMC
africa | group | Africa | m:002
oceania | group | Oceania | m:009
americas | group | Americas | m:019
asia | group | Asia | m:142
europe | group | Europe | m:150
northern-africa | group | Northern Africa | m:015
sub-saharan-africa-un | group | Sub-Saharan Africa (UN M49) | m:202
western-africa | group | Western Africa | m:011
eastern-africa | group | Eastern Africa | m:014
middle-africa | group | Middle Africa | m:017
southern-africa | group | Southern Africa | m:018
northern-america | group | Northern America | m:021
latin-america-caribbean-un | group | Latin America and the Caribbean (UN M49) | m:419
caribbean | group | Caribbean | m:029
central-america | group | Central America | m:013
south-america | group | South America | m:005
central-asia | group | Central Asia | m:143
eastern-asia | group | Eastern Asia | m:030
south-eastern-asia | group | South-eastern Asia | m:035
southern-asia | group | Southern Asia | m:034
western-asia | group | Western Asia | m:145
eastern-europe | group | Eastern Europe | m:151
northern-europe | group | Northern Europe | m:154
southern-europe | group | Southern Europe | m:039
western-europe | group | Western Europe | m:155
australia-new-zealand | group | Australia and New Zealand | m:053
melanesia | group | Melanesia | m:054
micronesia | group | Micronesia (region) | m:057
polynesia | group | Polynesia | m:061
"""
# Two states have had each of them: which one is meant is for no one to guess.
_UNSURE = ("AN", "CS", "YU")


@cache
def special(scheme: str | None) -> dict[str, tuple[str, str, str] | None]:
    """Key, kind and label of what each code of a scheme means beyond ISO 3166; None for a code that is not sure.

    Without a scheme these are all codes that mean one thing wherever they are used, and nothing else in ISO 3166.

    >>> special("c")["492"][0], "492" in special(None), special(None)["S19"][0], special("s")["GX170"][0]
    ('europe-eu-nes', False, 'other-asia-nes', 'europe-imf')
    """
    found: dict[str, tuple[str, str, str] | None] = {}
    for line in _TABLE.strip().splitlines():
        key, kind, label, codes = (part.strip() for part in line.split("|"))
        for whose, _, code in (one.partition(":") for one in codes.split()):
            if whose in ("m", scheme):
                found[code] = (key, kind, label)
            elif scheme is None and not _elsewhere(code, key):
                is_sure = code not in found or found[code] == (key, kind, label)
                found[code] = (key, kind, label) if is_sure else None
    return found if scheme in ("c", "w") else found | dict.fromkeys(_UNSURE)


def _elsewhere(code: str, key: str) -> bool:
    """Whether ISO 3166 or M49 gives the code to another."""
    from factbase.values.state import state_of

    state = state_of(code.zfill(3) if code.isdigit() else code)
    return state is not None and state.iso3 != key
