"""Files as statistical offices write them, with all their columns and oddities: each value comes in with its right unit."""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path
from typing import NamedTuple

import pytest
from conftest import Run

from factbase.exchange import delimited

# How a file is read has nothing to do with where the base is.
IN_A_FILE = True

COLUMNS = "area_code,partner_code,flow,commodity,period,value,unit,observation_status,basis"

COMTRADE = (
    "typeCode,freqCode,refPeriodId,refYear,refMonth,period,reporterCode,reporterISO,reporterDesc,flowCode,flowDesc,"
    "partnerCode,partnerISO,partnerDesc,partner2Code,partner2ISO,partner2Desc,classificationCode,"
    "classificationSearchCode,isOriginalClassification,cmdCode,cmdDesc,aggrLevel,isLeaf,customsCode,customsDesc,mosCode,"
    "motCode,motDesc,qtyUnitCode,qtyUnitAbbr,qty,isQtyEstimated,altQtyUnitCode,altQtyUnitAbbr,altQty,isAltQtyEstimated,"
    "netWgt,isNetWgtEstimated,grossWgt,isGrossWgtEstimated,cifvalue,fobvalue,primaryValue,legacyEstimationFlag,isReported,"
    "isAggregate\n"
)


def comtrade(
    *,
    freq: str = "A",
    year: str = "2023",
    month: str = "52",
    reporter: str = "31,AZE,Azerbaijan",
    flow: str = "X,Export",
    partner: str = "380,ITA,Italy",
    second: str = "0,W00,World",
    good: str = '010121,"Horses; live, pure-bred breeding animals"',
    customs: str = "C00,TOTAL CPC",
    mode: str = "0,TOTAL MOT",
    quantity: str = "5,u,12,False",
    weight: str = "4520.5,True",
    values: str = ",79417.935,79417.935",
) -> str:
    """A line of the file that Comtrade's site and its API give: 47 cells."""
    period = year if month == "52" else f"{year}{month:>02}"
    return (
        f"C,{freq},{year}0101,{year},{month},{period},{reporter},{flow},{partner},{second},H6,HS,True,{good},6,True,"
        f"{customs},0,{mode},{quantity},-1,N/A,0,False,{weight},0,False,{values},0,False,True\n"
    )


NO_QUANTITY = {"quantity": "-1,N/A,0,False", "weight": ",False"}
LEGACY = (
    "Classification,Year,Period,Period Desc.,Aggregate Level,Is Leaf Code,Trade Flow Code,Trade Flow,Reporter Code,Reporter,"
    "Reporter ISO,Partner Code,Partner,Partner ISO,2nd Partner Code,2nd Partner,2nd Partner ISO,Customs Proc. Code,Customs,"
    "Mode of Transport Code,Mode of Transport,Commodity Code,Commodity,Qty Unit Code,Qty Unit,Qty,Alt Qty Unit Code,"
    "Alt Qty Unit,Alt Qty,Netweight (kg),Gross weight (kg),Trade Value (US$),CIF Trade Value (US$),FOB Trade Value (US$),Flag\n"
    "H4,2016,201603,March 2016,4,0,1,Import,757,Switzerland,CHE,490,\"Other Asia, nes\",,,,,,,,,2709,\"Petroleum oils, crude\","
    "7,Volume in litres,1500,,,,1200,,3000000000,,,6\n"
    "H4,2016,201603,March 2016,4,0,2,Export,757,Switzerland,CHE,0,World,WLD,,,,,,,,2709,\"Petroleum oils, crude\","
    "1,No Quantity,,,,,,,5,,,0\n"
)  # fmt: skip
BULK = (
    "typeCode\tfreqCode\trefPeriodId\trefYear\trefMonth\tperiod\treporterCode\tflowCode\tpartnerCode\tpartner2Code\t"
    "classificationCode\tcmdCode\tcustomsCode\tmosCode\tmotCode\tqtyUnitCode\tqty\tisQtyEstimated\tnetWgt\t"
    "isNetWgtEstimated\tCIFValue\tFOBValue\tprimaryValue\tlegacyEstimationFlag\tisReported\tisAggregate\n"
    "C\tM\t20240201\t2024\t2\t202402\t842\tM\t58\t0\tH6\tTOTAL\tC00\t0\t0\t-1\t0\tFalse\t\tFalse\t10.5\t\t10.5\t0\tTrue\tFalse\n"
)
WDI = """\ufeff"Data Source","World Development Indicators",

"Last Updated Date","2025-01-28",

"Country Name","Country Code","Indicator Name","Indicator Code","2021","2022",
"Azerbaijan","AZE","GDP (current US$)","NY.GDP.MKTP.CD","","78807470588.25",
"Kosovo","XKX","Foreign reserves (millions of US$)","X.MIL","1.5","",
"European Union","EUU","Exports (% of GDP)","NE.EXP.GNFS.ZS","..","-0.5",
"""
DATABANK = """Series Name,Series Code,Country Name,Country Code,2019 [YR2019],2020 [YR2020]
"Population, total",SP.POP.TOTL,Channel Islands,CHI,172264,..
"Population, total",SP.POP.TOTL,World,WLD,7776892015,7861776172
,,,,,

Data from database: World Development Indicators,,,,,
Last Updated: 10/24/2024,,,,,
"""
BY_TIME = """Time,Time Code,Country Name,Country Code,GDP (current US$) [NY.GDP.MKTP.CD],Gini index [SI.POV.GINI]
2020,YR2020,Azerbaijan,AZE,42693000000,..
2021,YR2021,Azerbaijan,AZE,54825411764.7059,26.6


Data from database: World Development Indicators
Last Updated: 10/24/2024
"""
QUARTERS = DATABANK.replace("2019 [YR2019]", "2019Q1 [YR2019Q1]").replace("2020 [YR2020]", "2020M01 [2020M01]")
DEBT = """Country Name,Country Code,Counterpart-Area Name,Counterpart-Area Code,Series Name,Series Code,2019 [YR2019]
Ghana,GHA,World,WLD,External debt stocks (current US$),DT.DOD.DECT.CD,7
Ghana,GHA,Austria,001,External debt stocks (current US$),DT.DOD.DECT.CD,2
"""
SMALL = """Time,Time Code,Country Name,Country Code,Coverage (%) [per_sa_allsa.cov_pop_tot]
2021,YR2021,Azerbaijan,AZE,26.6
"""
SDMX_BOTH = (
    "DATAFLOW,FREQ: Frequency,REF_AREA: Reference area,COUNTERPART_AREA: Counterpart,INDICATOR: Indicator,"
    "UNIT_MEASURE: Unit,TIME_PERIOD: Time period,OBS_VALUE: Value,OBS_STATUS: Status,UNIT_MULT: Multiplier,DECIMALS: Decimals\n"
    "IMF:DOT(1.0): Direction of Trade,A: Annual,CN: China,W00: World,TXG_FOB: Goods exports,USD: US dollar,2023,3379.255,"
    "E: Estimated value,9: Billions,3: Three\n"
)
SDMX_2 = (
    "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,COUNTERPART_AREA,INDICATOR,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE,UNIT_MULT\n"
    "dataflow,IMF:DOT(2.0),I,A,NA,NO,TXG,USD,2023-Q1,1.5,6\ndataflow,IMF:DOT(2.0),I,A,NA,NO,TXG,KG,2023-Q1,2.5,\n"
)
IMTS = (
    "STRUCTURE[;],STRUCTURE_ID,ACTION,COUNTRY,INDICATOR,COUNTERPART_COUNTRY,FREQUENCY,TIME_PERIOD,OBS_VALUE,SCALE,PRECISION,"
    "DECIMALS_DISPLAYED,TRADE_FLOW,VALUATION,UNIT,DERIVATION_TYPE,OVERLAP,STATUS,FULL_DESCRIPTION\n"
    "dataflow,IMF.STA:IMTS(1.0.0),R,KOS,XG_FOB_USD,G001,A,,,6,,,XG,FOB,USD,M,OL,,\n"
    'dataflow,IMF.STA:IMTS(1.0.0),R,KOS,XG_FOB_USD,G001,A,2024,1040917567,6,,,XG,FOB,USD,M,OL,,"Exports,\nfree on board"\n'
    "dataflow,IMF.STA:IMTS(1.0.0),R,KOS,MG_CIF_USD,G163,M,2024-M01,12.12345678901234567,6,,,MG,CIF,USD,M,OL,e,\n"
    "dataflow,IMF.STA:IMTS(1.0.0),R,KOS,XR,G001,A,2024,7,,,,,,XDC,M,OL,,\n"
)
PORTAL = """"DATASET","SERIES_CODE","OBS_MEASURE","COUNTRY","INDICATOR","COUNTERPART_COUNTRY","FREQUENCY","SCALE","2023","2023-Q1"
"IMF.STA:IMTS(1.0.0)","AZE.XG_FOB_USD.CHN.A","OBS_VALUE","Azerbaijan, Republic of","Exports of goods","China","Annual","Millions","130.25",""
"IMF.STA:IMTS(1.0.0)","AZE.MG_CIF_USD.GX170.Q","OBS_VALUE","Azerbaijan, Republic of","Imports of goods","Europe","Quarterly","Millions","","8"
"IMF.STA:IMTS(1.0.0)","AZE.TBG_USD.GX999.A","OBS_VALUE","Azerbaijan, Republic of","Balance","Odd lands","Annual","Units","-8",""
"""
PORTAL_WITH_CODES = """DATASET,SERIES_CODE,OBS_MEASURE,COUNTRY.ID,COUNTRY,INDICATOR.ID,INDICATOR,FREQUENCY.ID,FREQUENCY,SCALE.ID,SCALE,UNIT.ID,UNIT,PUBLICATION_DATE,LATEST_ACTUAL_ANNUAL_DATA,TIME_PERIOD,OBS_VALUE
IMF.RES:WEO(9.0.0),ITA.NGDPD.A,OBS_VALUE,ITA,Italy,NGDPD,GDP,A,Annual,9,Billions,USD,US dollar,2025-10-14T13:00:00Z,2023,2023,2301.6
IMF.RES:WEO(9.0.0),ITA.NGDPD.A,OBS_VALUE,ITA,Italy,NGDPD,GDP,A,Annual,9,Billions,USD,US dollar,2025-10-14T13:00:00Z,2023,2024,2372.5
IMF.RES:WEO(9.0.0),IND.NGDP_RPCH.A,OBS_VALUE,IND,India,NGDP_RPCH,GDP,A,Annual,0,Units,PT,Percent,2025-10-14T13:00:00Z,FY2024/25,2025,6.4
IMF.RES:WEO(9.0.0),IND.NGDP_RPCH.A,OBS_STATUS,IND,India,NGDP_RPCH,GDP,A,Annual,0,Units,PT,Percent,2025-10-14T13:00:00Z,FY2024/25,2025,E
"""
OECD = (
    "STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,REF_AREA,Reference area,FREQ,Frequency of observation,MEASURE,Measure,"
    "UNIT_MEASURE,Unit of measure,TIME_PERIOD,Time period,OBS_VALUE,Observation value,OBS_STATUS,Observation status,UNIT_MULT,"
    "Unit multiplier\n"
    'DATAFLOW,OECD.SDD:DSD_X@DF_Y(1.1),"Annual GDP, all",I,AUS,Australia,A,Annual,B1GQ,Gross domestic product,USD,US dollar,'
    "2023,,1.25,,A,Normal value,6,Millions\n"
    'DATAFLOW,OECD.SDD:DSD_X@DF_Y(1.1),"Annual GDP, all",I,AUS,Australia,A,Annual,B1GQ,Gross domestic product,AUD,A dollar,'
    "2023,,,,O,Missing value,6,Millions\n"
)
EUROSTAT = (
    "DATAFLOW,LAST UPDATE,freq,unit,na_item,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS\n"
    "ESTAT:NAMA_10_GDP(1.0),24/10/25 23:00:00,A,MIO_EUR,B1GQ,EL,2023,225197.1,p,\n"
    "ESTAT:NAMA_10_GDP(1.0),24/10/25 23:00:00,A,MIO_EUR,B1GQ,EU27_2020,2023,:,,\n"
    "ESTAT:NAMA_10_GDP(1.0),24/10/25 23:00:00,A,MIO_EUR,B1GQ,UK,2019,2526514.3,bu,\n"
    "ESTAT:NAMA_10_GDP(1.0),24/10/25 23:00:00,A,PC_GDP,B1GQ,EA20,2019,100,ep,\n"
    "ESTAT:NAMA_10_GDP(1.0),24/10/25 23:00:00,A,CP_MEUR,B1GQ,AT,2023,473226.6,,\n"
)
ECB = (
    "KEY,FREQ,REF_AREA,ADJUSTMENT,ICP_ITEM,TIME_PERIOD,OBS_VALUE,OBS_STATUS,DECIMALS,TITLE,UNIT,UNIT_MULT\n"
    "ICP.M.U2.N.000000.4.ANR,M,U2,N,000000,2024-01,2.8,A,1,HICP - Overall index,PCCH,0\n"
)


class Case(NamedTuple):
    name: str
    text: str
    told: list[str]
    note: str = ""
    encoding: str = "utf-8"


CASES = {
    "a value, a weight that is estimated and a number of items": Case(
        "c.csv",
        COMTRADE + comtrade(),
        [
            "AZE,ITA,export,010121,2023,12,1,actual,",
            "AZE,ITA,export,010121,2023,4520.5,kg,estimate,",
            "AZE,ITA,export,010121,2023,79417.935,USD,actual,FOB",
        ],
    ),
    "a month; imports by what they are valued at; a quantity in kilograms is the weight again": Case(
        "c.csv",
        COMTRADE
        + comtrade(freq="M", month="3", flow="M,Import", values="0,5.5,5.5", quantity="8,kg,7,False", weight="7,False")
        + comtrade(month="4", flow="M,Import", values="6,5.5,6", quantity="8,kg,8,True", weight=",False")
        + comtrade(month="5", flow="M,Import", values="6,6,6", quantity="3,1000 kWh,1.5,False", weight=",False")
        + comtrade(month="6", flow="RX,Re-export", quantity="11,12u,2,False", weight="0,False"),
        [
            "AZE,ITA,import,010121,2023-03,5.5,USD,actual,FOB",
            "AZE,ITA,import,010121,2023-03,7,kg,actual,",
            "AZE,ITA,import,010121,2023-04,6,USD,actual,CIF",
            "AZE,ITA,import,010121,2023-04,8,kg,estimate,",
            "AZE,ITA,import,010121,2023-05,1500,kWh,actual,",
            "AZE,ITA,import,010121,2023-05,6,USD,actual,CIF",
            "AZE,ITA,re-export,010121,2023-06,0,kg,actual,",
            "AZE,ITA,re-export,010121,2023-06,2,other,actual,in 12u",
            "AZE,ITA,re-export,010121,2023-06,79417.935,USD,actual,FOB",
        ],
    ),
    "what equals the value says its basis, as a number; where both do, other rows of that reporter, flow and month": Case(
        "c.csv",
        COMTRADE
        + "".join(
            comtrade(month=month, reporter=reporter, flow="M,Import", good=good, values=values, **NO_QUANTITY)
            for month, reporter, good, values in (
                ("1", "31,AZE,Azerbaijan", "01,Animals", "7,7.0,7"),
                ("1", "31,AZE,Azerbaijan", "02,Meat", "6,5.50,5.5"),
                ("2", "31,AZE,Azerbaijan", "01,Animals", "7,7,7"),
                ("1", "268,GEO,Georgia", "01,Animals", "8e0,7,8.0"),
                ("1", "268,GEO,Georgia", "02,Meat", "9,8,8"),
                ("1", "268,GEO,Georgia", "03,Fish", "7,7,7"),
            )
        ),
        [
            "AZE,ITA,import,01,2023-01,7,USD,actual,FOB",
            "AZE,ITA,import,01,2023-02,7,USD,actual,CIF",
            "AZE,ITA,import,02,2023-01,5.5,USD,actual,FOB",
            "GEO,ITA,import,01,2023-01,8,USD,actual,CIF",
            "GEO,ITA,import,02,2023-01,8,USD,actual,FOB",
            "GEO,ITA,import,03,2023-01,7,USD,actual,CIF",
        ],
    ),
    "a quantity in kilograms where there is no weight, or only an estimate": Case(
        "c.csv",
        COMTRADE
        + "".join(
            comtrade(month=str(month), quantity=f"8,kg,{quantity}", weight=weight, values=",,")
            for month, (quantity, weight) in enumerate(
                (
                    ("7.0,True", "7,False"),
                    ("7,False", "0,False"),
                    ("7,True", ",False"),
                    ("7,False", "8,True"),
                    ("7,False", "8,False"),
                    ("7,True", "8,True"),
                    ("0,False", "8,True"),
                ),
                1,
            )
        ),
        [
            "AZE,ITA,export,010121,2023-01,7,kg,actual,",
            "AZE,ITA,export,010121,2023-02,7,kg,actual,",
            "AZE,ITA,export,010121,2023-03,7,kg,estimate,",
            "AZE,ITA,export,010121,2023-04,7,kg,actual,",
            "AZE,ITA,export,010121,2023-05,8,kg,actual,",
            "AZE,ITA,export,010121,2023-06,8,kg,estimate,",
            "AZE,ITA,export,010121,2023-07,8,kg,estimate,",
        ],
        "3 with another quantity in kilograms than the weight",
    ),
    "a code of an odd number of digits where it is not of the HS": Case(
        "c.csv",
        (COMTRADE + comtrade(good="00151,Horses", **NO_QUANTITY)).replace(",H6,HS,", ",S4,SS,"),
        ["AZE,ITA,export,00151,2023,79417.935,USD,actual,FOB"],
    ),
    "totals are taken, and their parts are not": Case(
        "c.csv",
        COMTRADE
        + comtrade(quantity="-1,N/A,0,False", weight=",False")
        + comtrade(mode="2100,Water", values=",79000,79000")
        + comtrade(second="276,DEU,Germany")
        + comtrade(customs="C06,Processing"),
        ["AZE,ITA,export,010121,2023,79417.935,USD,actual,FOB"],
        "1 skipped (parts of totals, by second partner), 1 skipped (parts of totals, by customs procedure), 1 skipped "
        "(parts of totals, by mode of transport)",
    ),
    "a number tells areas apart that share their letters": Case(
        "c.csv",
        COMTRADE
        + "".join(
            comtrade(year="1998", reporter=reporter, partner=partner, quantity="-1,,,", weight=",", values=",,1")
            for reporter, partner in (
                ("58,BEL,Belgium-Luxembourg", "251,FRA,France"),
                ("56,BEL,Belgium", "492,MCO,Europe EU nes"),
                ("699,IND,India", "899,_X ,Areas nes"),
                ("736,SDN,Sudan (...2011)", "839,XX ,Special Categories"),
                ("729,SDN,Sudan", "838,X2 ,Free Zones"),
                ("97,EUR,European Union", "0,W00,World"),
                ("891,SCG,Serbia and Montenegro", "849,PUS,US Misc. Pacific Isds"),
            )
        ),
        [
            "BEL,europe-eu-nes,export,010121,1998,1,USD,actual,FOB",
            "IND,areas-nes,export,010121,1998,1,USD,actual,FOB",
            "SCG,us-pacific-islands,export,010121,1998,1,USD,actual,FOB",
            "SDN,free-zones,export,010121,1998,1,USD,actual,FOB",
            "belgium-luxembourg,FRA,export,010121,1998,1,USD,actual,FOB",
            "european-union,world,export,010121,1998,1,USD,actual,FOB",
            "sudan-before-2011,special-categories,export,010121,1998,1,USD,actual,FOB",
        ],
    ),
    "a delimiter more at the end of each row than of the header": Case(
        "c.csv",
        COMTRADE + comtrade(quantity="-1,,,", weight=",").replace("\n", ",\n"),
        ["AZE,ITA,export,010121,2023,79417.935,USD,actual,FOB"],
    ),
    "Latin-1": Case(
        "c.csv",
        COMTRADE + comtrade(reporter="384,CIV,Côte d'Ivoire", quantity="-1,,,", weight=","),
        ["CIV,ITA,export,010121,2023,79417.935,USD,actual,FOB"],
        encoding="latin-1",
    ),
    "UTF-16": Case(
        "c.csv",
        COMTRADE + comtrade(reporter="384,CIV,Côte d'Ivoire", quantity="-1,,,", weight=","),
        ["CIV,ITA,export,010121,2023,79417.935,USD,actual,FOB"],
        encoding="utf-16",
    ),
    "Comtrade's older columns": Case(
        "l.csv",
        LEGACY,
        [
            "CHE,other-asia-nes,import,2709,2016-03,1200,kg,estimate,",
            "CHE,other-asia-nes,import,2709,2016-03,1500,L,estimate,",
            "CHE,other-asia-nes,import,2709,2016-03,3000000000,USD,actual,CIF",
            "CHE,world,export,2709,2016-03,5,USD,actual,FOB",
        ],
    ),
    "Comtrade's bulk files": Case(
        "b.txt", BULK, ["USA,belgium-luxembourg,import,TOTAL,2024-02,10.5,USD,actual,CIF"], "1 cell without a value"
    ),
    "the World Bank's bulk files": Case(
        "w.csv",
        WDI,
        [
            "AZE,,,,2022,78807470588.25,USD,actual,",
            "XKX,,,,2021,1.5,other,actual,Foreign reserves (millions of US$) (X.MIL)",
            "european-union,,,,2022,-0.5,%,actual,Exports (% of GDP) (NE.EXP.GNFS.ZS)",
        ],
    ),
    "DataBank, with words below the table": Case(
        "d.csv",
        DATABANK,
        [
            "channel-islands,,,,2019,172264,1,actual,",
            "world,,,,2019,7776892015,1,actual,",
            "world,,,,2020,7861776172,1,actual,",
        ],
        "1 cell without a value",
    ),
    "DataBank, an indicator a column": Case(
        "d.csv",
        BY_TIME,
        [
            "AZE,,,,2020,42693000000,USD,actual,",
            "AZE,,,,2021,26.6,other,actual,Gini index (SI.POV.GINI)",
            "AZE,,,,2021,54825411764.7059,USD,actual,",
        ],
    ),
    "Eurostat's tables, with marks behind the numbers": Case(
        "estat_nama_10_gdp.tsv",
        "freq,unit,na_item,geo\\TIME_PERIOD\t2021 \t2022-Q1 \t2023M01 \n"
        "A,CP_MEUR,B1GQ,DE\t3617450.0 \t3876810 b\t4219310 bp\n"
        "A,CLV_PCH_PRE,B1GQ,EL\t: \t: c\t-0.3 e\n"
        "A,NR,B1GQ,EU27_2020\t7\t8u\t9 \n",
        [
            "DEU,,,,2021,3617450000000,EUR,actual,NA_ITEM B1GQ",
            "DEU,,,,2022-Q1,3876810000000,EUR,break,NA_ITEM B1GQ",
            "DEU,,,,2023-01,4219310000000,EUR,break,NA_ITEM B1GQ",
            'GRC,,,,2023-01,-0.3,other,estimate,"NA_ITEM B1GQ, unit CLV_PCH_PRE"',
            "european-union-27,,,,2021,7,1,actual,NA_ITEM B1GQ",
            "european-union-27,,,,2022-Q1,8,1,actual,NA_ITEM B1GQ",
            "european-union-27,,,,2023-01,9,1,actual,NA_ITEM B1GQ",
        ],
        "2 cells without a value, 2 with other marks",
    ),
    "Eurostat's older tables, of one dimension; and of partners": Case(
        "ds-1.tsv",
        "reporter,partner\\time\t2021 \nDE,CN\t1 p\n",
        ["DEU,CHN,,,2021,1,other,provisional,SDMX ESTAT:DS-1"],
    ),
    "Comext's partners inside and outside the Union": Case(
        "ds-2.tsv",
        "reporter,partner\\time\t2021 \nDE,EU27_2020_EXTRA\t1 \nDE,EU27_2020_INTRA\t2 \n",
        [
            "DEU,inside-european-union-27,,,2021,2,other,actual,SDMX ESTAT:DS-2",
            "DEU,outside-european-union-27,,,2021,1,other,actual,SDMX ESTAT:DS-2",
        ],
    ),
    "DataBank, quarters and months": Case(
        "d.csv",
        QUARTERS,
        [
            "channel-islands,,,,2019-Q1,172264,1,actual,",
            "world,,,,2019-Q1,7776892015,1,actual,",
            "world,,,,2020-01,7861776172,1,actual,",
        ],
    ),
    "DataBank, a counterpart, whose numbers are not M49": Case(
        "d.csv",
        DEBT,
        [
            "GHA,AUT,,,2019,2,USD,actual,External debt stocks (current US$) (DT.DOD.DECT.CD)",
            "GHA,world,,,2019,7,USD,actual,External debt stocks (current US$) (DT.DOD.DECT.CD)",
        ],
    ),
    "DataBank, a code in small letters": Case(
        "d.csv", SMALL, ["AZE,,,,2021,26.6,%,actual,Coverage (%) (per_sa_allsa.cov_pop_tot)"]
    ),
    "SDMX-CSV 1.0, codes with labels": Case(
        "s.csv", SDMX_BOTH, ["CHN,world,,,2023,3379255000000,USD,estimate,INDICATOR TXG_FOB"]
    ),
    "SDMX-CSV 2.0, codes that look like nothing": Case(
        "s.csv",
        SDMX_2,
        ["NAM,NOR,,,2023-Q1,1500000,USD,actual,INDICATOR TXG", "NAM,NOR,,,2023-Q1,2.5,kg,actual,INDICATOR TXG"],
    ),
    "the IMF's own columns: a scale is for those who show the value": Case(
        "i.csv",
        IMTS,
        [
            "XKX,euro-area,import,,2024-01,12.123456789012346,USD,estimate,CIF",
            'XKX,world,,,2024,7,other,actual,"INDICATOR XR, unit XDC"',
            "XKX,world,export,,2024,1040917567,USD,actual,FOB",
        ],
        "1 skipped (a series without an observation), 1 rounded at the 15th decimal",
    ),
    "the IMF's portal, a column a period": Case(
        "p.csv",
        PORTAL,
        [
            "AZE,CHN,export,,2023,130250000,USD,actual,FOB",
            "AZE,europe-imf,import,,2023-Q1,8000000,USD,actual,CIF",
            "AZE,odd-lands-imf,,,2023,-8,USD,actual,INDICATOR TBG_USD",
        ],
        "3 cells without a value",
    ),
    "the IMF's portal, an observation a row, with names and codes": Case(
        "p.csv",
        PORTAL_WITH_CODES,
        [
            "IND,,,,2025,6.4,%,forecast,INDICATOR NGDP_RPCH",
            "ITA,,,,2023,2301600000000,USD,actual,INDICATOR NGDPD",
            "ITA,,,,2024,2372500000000,USD,estimate,INDICATOR NGDPD",
        ],
        "1 skipped (other than values)",
    ),
    "SDMX-CSV 2.0, labels in columns of their own": Case(
        "s.csv", OECD, ["AUS,,,,2023,1250000,USD,actual,MEASURE B1GQ"], "1 cell without a value"
    ),
    "the ECB's own files": Case(
        "e.csv", ECB, ['euro-area,,,,2024-01,2.8,other,actual,"ADJUSTMENT N, ICP_ITEM 000000, unit PCCH"']
    ),
    "Eurostat's flags and units": Case(
        "e.csv",
        EUROSTAT,
        [
            "AUT,,,,2023,473226600000,EUR,actual,NA_ITEM B1GQ",
            "GBR,,,,2019,2526514300000,EUR,break,NA_ITEM B1GQ",
            "GRC,,,,2023,225197100000,EUR,provisional,NA_ITEM B1GQ",
            'euro-area-20,,,,2019,100,other,estimate,"NA_ITEM B1GQ, unit PC_GDP"',
        ],
        "1 cell without a value, 2 with other marks",
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_real_file_comes_in_exactly(run: Run, tmp_path: Path, case: Case) -> None:
    (tmp_path / case.name).write_text(case.text, encoding=case.encoding)
    argv = ["import", str(tmp_path / case.name), *(["--encoding", case.encoding] if case.encoding != "utf-8" else [])]
    result = run(*argv)
    assert result.code == 0, result.err
    assert f": {len(case.told)} new, 0 unchanged, 0 changed" in result.err
    assert case.note in result.err
    told = run("trade", "--where", "source <> 'kapanadze'", "--columns", COLUMNS, "-f", "csv").out
    assert sorted(told.splitlines()[1:]) == sorted(case.told)
    assert f": 0 new, {len(case.told)} unchanged, 0 changed" in run(*argv).err
    assert run("db", "doctor").code == 0


# A file, what is wrong in it, and what is right.
MENDED = {
    "Comtrade": ("c.csv", COMTRADE + comtrade(), "79417.935", "79417.93S"),
    "BACI": (
        "BACI_HS22_Y2022_V1.csv",
        "t,i,j,k,v,q\n2022,31,380,010121,1.5,2\n2022,31,156,010121,3.25,\n",
        "3.25",
        "3.2S",
    ),
    "the World Bank, below its preamble": ("w.csv", WDI, "AZE", "QQQ"),
    "SDMX-CSV": ("e.csv", EUROSTAT, ",AT,", ",QQ,"),
    "Eurostat's own, between tabs": (
        "estat_nama_10_gdp.tsv",
        "freq,unit,na_item,geo\\TIME_PERIOD\t2019 \t2023 \nA,CP_MEUR,B1GQ,AT\t397519.3 \t473226.6 p\n",
        "473226.6 p",
        "47322G.6 p",
    ),
    "the IMF's portal": ("i.csv", PORTAL, "130.25", "130.2S"),
    "a map": ("m.csv", "a note\n\nland;wann;was\nAZE;2023;1,5\nITA;2023;2,5\n", "2,5", "2,5x"),
}
MAP = """
figure: {area: {column: land}, period: {column: wann}, value: {column: was}, indicator: gdp, unit: USD}
source: {key: office, title: Office}
delimiter: ";"
decimal: ","
skip: 2
"""


@pytest.mark.parametrize(("name", "text", "right", "wrong"), MENDED.values(), ids=MENDED)
def test_what_was_refused_comes_in_when_it_is_mended(
    run: Run, tmp_path: Path, name: str, text: str, right: str, wrong: str
) -> None:
    assert right in text
    (tmp_path / "map.yaml").write_text(MAP)
    by_map = ["--map", str(tmp_path / "map.yaml")] if name == "m.csv" else []
    (tmp_path / name).write_text(text.replace(right, wrong))
    # The name of a file may tell of it.
    rejects = tmp_path / "rejected" / name
    rejects.parent.mkdir()
    result = run("import", str(tmp_path / name), *by_map, "--rejects", str(rejects))
    assert (result.code, "rejected" in result.err) == (0, True), result.err
    rejects.write_text(rejects.read_text().replace(wrong, right))
    again = run("import", str(rejects), *by_map)
    assert (again.code, "0 new" in again.err) == (0, False), again.err
    (tmp_path / name).write_text(text)
    whole = run("import", str(tmp_path / name), *by_map)
    assert (whole.code, ": 0 new, " in whole.err, " 0 changed" in whole.err) == (0, True, True), whole.err


def test_what_the_imf_expects_is_no_actual_figure(run: Run, tmp_path: Path) -> None:
    (tmp_path / "w.csv").write_text(
        "STRUCTURE,STRUCTURE_ID,ACTION,COUNTRY,INDICATOR,FREQUENCY,TIME_PERIOD,OBS_VALUE,UNIT,LATEST_ACTUAL_ANNUAL_DATA\n"
        "dataflow,IMF.RES:WEO(9.0.0),I,ITA,NGDPD,A,2023,1,USD,2023\n"
        "dataflow,IMF.RES:WEO(9.0.0),I,G400,NGDPD,A,2024,2,USD,2023\n"
    )
    assert run("import", str(tmp_path / "w.csv")).code == 0
    told = run("trade", "--source", "imf-res-weo", "--columns", "area_code,observation_status", "-f", "csv").out
    assert sorted(told.split()[1:]) == ["ITA,actual", "middle-east-central-asia-imf,forecast"]


def test_a_number_is_no_area_of_the_world_bank(run: Run, tmp_path: Path) -> None:
    (tmp_path / "i.csv").write_text(
        "Country Name,Country Code,Indicator Name,Indicator Code,2019,2019M1\nItaly,136,Exports,TXG_FOB_USD,1,2\n"
    )
    refused = run("import", str(tmp_path / "i.csv"))
    assert (refused.code, "'136' is no code of the World Bank" in refused.err) == (3, True), refused.err


def test_the_imf_tells_who_reports_its_trade(run: Run, tmp_path: Path) -> None:
    (tmp_path / "i.csv").write_text(IMTS)
    assert run("import", str(tmp_path / "i.csv")).code == 0
    columns = ("--columns", "flow,reporter_code", "--source", "imf-sta-imts", "-f", "csv")
    assert sorted(run("trade", *columns).out.split()[1:]) == [",", "export,XKX", "import,XKX"]


def test_a_table_of_eurostat_has_the_series_of_its_sdmx_csv(run: Run, tmp_path: Path) -> None:
    (tmp_path / "one.csv").write_text(EUROSTAT)
    table = "freq,unit,na_item,geo\\TIME_PERIOD\t2023 \nA,MIO_EUR,B1GQ,EL\t225197.1 p\nA,CP_MEUR,B1GQ,AT\t473226.7 \n"
    (tmp_path / "nama_10_gdp__custom_17_tabular.tsv").write_text(table)
    assert run("import", str(tmp_path / "one.csv")).code == 0
    told = "estat-nama-10-gdp: 0 new, 1 unchanged, 1 changed (entry 3)\n"
    assert run("import", str(tmp_path / "nama_10_gdp__custom_17_tabular.tsv")).err == told


def test_what_the_imf_gives_in_its_portal_has_the_series_of_its_sdmx_csv(run: Run, tmp_path: Path) -> None:
    (tmp_path / "one.csv").write_text(
        "STRUCTURE,STRUCTURE_ID,ACTION,COUNTRY,INDICATOR,COUNTERPART_COUNTRY,FREQUENCY,TIME_PERIOD,OBS_VALUE,SCALE,UNIT\n"
        "dataflow,IMF.STA:IMTS(1.0.0),I,AZE,XG_FOB_USD,CHN,A,2023,130250000,6,USD\n"
        "dataflow,IMF.STA:IMTS(1.0.0),I,AZE,TBG_USD,G001,A,2023,5,6,USD\n"
    )
    (tmp_path / "two.csv").write_text(PORTAL.replace("GX999", "G001"))
    assert run("import", str(tmp_path / "one.csv")).code == 0
    told = "imf-sta-imts: 1 new, 1 unchanged, 1 changed, 3 cells without a value (entry 3)\n"
    assert run("import", str(tmp_path / "two.csv")).err == told


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (('"Millions"', '""'), "line 2, SCALE: '' is no scale"),
        (("AZE.XG", "AZE.B.XG"), "'AZE.B.XG_FOB_USD.CHN.A' has not the codes of COUNTRY, INDICATOR,"),
        (('"FREQUENCY"', '"FREQ"'), "has no column FREQUENCY"),
        (('"2023","2023-Q1"', '"A","B"'), "has no column of values"),
        (('IMTS(1.0.0)","AZE.MG', 'DOT(1.0.0)","AZE.MG'), "is another data set than IMF.STA:IMTS(1.0.0)"),
    ],
)
def test_a_file_of_the_imf_s_portal_that_is_not_sure_is_refused(
    run: Run, tmp_path: Path, change: tuple[str, str], told: str
) -> None:
    (tmp_path / "p.csv").write_text(PORTAL.replace(*change))
    refused = run("import", str(tmp_path / "p.csv"))
    assert (refused.code, told in refused.err) == (3, True), refused.err


UNREADABLE = {
    "weeks": ("geo\\TIME_PERIOD\t2023-W01 \nDE\t1\n", "x.tsv: the column '2023-W01' is no period"),
    "no area": ("freq,unit\\TIME_PERIOD\t2023 \nA,EUR\t1\n", "x.tsv: has no dimension for the area"),
    "a code more": ("freq,geo\\TIME_PERIOD\t2023 \nA,B,DE\t1\n", "'A,B,DE' has not the 2 codes of its header"),
    "an area": ("freq,geo\\TIME_PERIOD\t2023 \nA,QQ\t1\n", "'QQ' is no code of a state or group"),
    "no mark": ("freq,geo\\TIME_PERIOD\t2023 \nA,DE\t1 ?\n", "line 2, 2023: '1 ?' is no number"),
}


@pytest.mark.parametrize(("text", "told"), UNREADABLE.values(), ids=UNREADABLE)
def test_a_table_of_eurostat_that_cannot_be_read_is_told(run: Run, tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "x.tsv").write_text(text)
    refused = run("import", str(tmp_path / "x.tsv"))
    assert (refused.code, told in refused.err) == (3, True), refused.err


def test_standard_input_is_called_so(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for text in (
        "KEY,TIME_PERIOD,OBS_VALUE\nEXR.D,2024,1\n",
        "t,i,j,k,v,q\n2022,4,156,271000,1,2\n",
        f"{SMALL.replace(',', ',Other,', 1)}",
    ):
        stream = io.TextIOWrapper(io.BufferedReader(io.BytesIO(text.encode())))
        monkeypatch.setattr(sys, "stdin", stream)
        assert run("import", "-").err.startswith("factbase: standard input: "), text


def test_a_table_of_eurostat_needs_a_name(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = io.TextIOWrapper(io.BufferedReader(io.BytesIO(b"freq,geo\\TIME_PERIOD\t2023 \nA,DE\t1\n")))
    monkeypatch.setattr(sys, "stdin", text)
    refused = run("import", "-")
    assert (refused.code, "the name of the file tells the data set" in refused.err) == (3, True), refused.err


def test_parts_of_totals_without_a_total_are_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "c.csv").write_text(COMTRADE + comtrade(mode="2100,Water"))
    result = run("import", str(tmp_path / "c.csv"))
    assert (result.code, "fetch the totals" in result.err) == (3, True), result.err


UNPLACED = {
    "another dimension": (
        DATABANK.replace("Country Code,", "Country Code,Version Code,", 1),
        "the column 'Version Code'",
    ),
    "a counterpart's number without its name": (
        DEBT.replace(",Counterpart-Area Name", ",Note"),
        "'Counterpart-Area Code'",
    ),
    "a header that is no period": (DATABANK.replace("2020 [YR2020]", "Most recent"), "the column 'Most recent'"),
    "a series without its code": (BY_TIME.replace(" [SI.POV.GINI]", ""), "the column 'Gini index'"),
    "no values": ("Country Code,Series Name,Series Code\nAZE,Population,SP.POP.TOTL\n", "has no column of values"),
}


@pytest.mark.parametrize(("text", "told"), UNPLACED.values(), ids=UNPLACED)
def test_a_world_bank_file_with_more_than_figures_can_tell_is_refused(
    run: Run, tmp_path: Path, text: str, told: str
) -> None:
    (tmp_path / "w.csv").write_text(text)
    result = run("import", str(tmp_path / "w.csv"))
    assert (result.code, told in result.err, result.err.count("\n")) == (3, True, 1), result.err


def test_each_of_the_world_banks_databases_is_a_source(run: Run, tmp_path: Path) -> None:
    (tmp_path / "w.csv").write_text(WDI)
    (tmp_path / "a.csv").write_text(WDI.replace("Development Indicators", "Development Indicators Archives"))
    assert run("import", str(tmp_path / "w.csv")).err.startswith("world-bank-indicators: 3 new")
    other = run("import", str(tmp_path / "a.csv")).err
    assert other.startswith("world-bank-world-development-indicators-archives: 3 new"), other
    assert run("import", str(tmp_path / "a.csv"), "--source", "mine").err.startswith("mine: 3 new")


def test_databank_names_its_database_below_the_table(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    named = "Data from database: Environment, Social and Governance (ESG) Data"
    text = DATABANK.replace("Data from database: World Development Indicators", f'"{named}"')
    (tmp_path / "d.csv").write_text(text)
    assert run("import", str(tmp_path / "d.csv")).err.startswith(
        "world-bank-environment-social-and-governance-esg-data: 3 new"
    )
    with zipfile.ZipFile(tmp_path / "d.zip", "w") as archive:
        archive.writestr("d.csv", text)
    (tmp_path / "utf16.csv").write_text(text, encoding="utf-16")
    # Far longer than what is read of a file at once.
    monkeypatch.setattr(delimited, "BLOCK", 200)
    for name, *more in (["d.zip"], ["utf16.csv", "--encoding", "utf-16"]):
        again = run("import", str(tmp_path / name), *more)
        assert again.err.startswith("world-bank-environment-social-and-governance-esg-data: 0 new, 3 unchanged")


def test_databank_on_standard_input_is_read_as_far_as_its_end_is_near(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = DATABANK.replace("World Development Indicators", "Gender Statistics").encode()
    for block, told in ((2**20, "world-bank-gender-statistics: 3 new"), (100, "name the file, not standard input")):
        monkeypatch.setattr(delimited, "BLOCK", block)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(text))))
        assert told in run("import", "-").err


def test_baci_comes_with_its_tables(run: Run, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "BACI_HS22_V202501.zip", "w") as archive:
        archive.writestr(
            "BACI_HS22_Y2022_V202501.csv",
            "t,i,j,k,v,q\n2022,699,842,010121,   4.250,   NA\n2022,58,490,10121,1.001,0.5\n2022,251,9990,9999AA,12,\n",
        )
        archive.writestr(
            "country_codes_V202501.csv",
            "country_code,country_name,country_iso2,country_iso3\n58,Belgium-Luxembourg (...1998),BE,BEL\n"
            "9990,Elsewhere,,\n",
        )
        archive.writestr("product_codes_HS22_V202501.csv", 'code,description\n010121,"Horses: live, pure-bred"\n')
    argv = ["import", str(tmp_path / "BACI_HS22_V202501.zip"), "--member", "BACI_HS22_Y*"]
    assert "4 new" in run(*argv).err
    columns = "area_code,partner_code,commodity,commodity_name,value,unit,basis"
    told = run("trade", "--where", "source = 'baci'", "--columns", columns, "-f", "csv").out.splitlines()[1:]
    assert sorted(told) == [
        'FRA,elsewhere,9999AA,9999AA,12000,USD,"FOB, reconciled"',
        'IND,USA,010121,"Horses: live, pure-bred",4250,USD,"FOB, reconciled"',
        'belgium-luxembourg,other-asia-nes,010121,"Horses: live, pure-bred",0.5,t,reconciled',
        'belgium-luxembourg,other-asia-nes,010121,"Horses: live, pure-bred",1001,USD,"FOB, reconciled"',
    ]


BACI = "BACI_HS22_Y2022_V202401b"


def baci(folder: Path, tables: dict[str, str], *, zipped: bool, partner: int = 9990) -> list[str]:
    """A file of a row, with tables of codes in its zip, or beside it."""
    row = f"t,i,j,k,v,q\n2022,251,{partner},010121,12,\n"
    if not zipped:
        for name, text in {f"{BACI}.csv": row, **tables}.items():
            (folder / name).write_text(text)
        return ["import", str(folder / f"{BACI}.csv")]
    with zipfile.ZipFile(folder / f"{BACI}.zip", "w") as archive:
        for name, text in {f"{BACI}.csv": row, **tables}.items():
            archive.writestr(name, text)
    return ["import", str(folder / f"{BACI}.zip"), "--member", f"{BACI}.csv"]


COUNTRIES = "country_code,country_name,country_iso2,country_iso3\n"


@pytest.mark.parametrize("zipped", [True, False])
def test_baci_is_read_by_the_tables_of_its_version(run: Run, tmp_path: Path, zipped: bool) -> None:
    tables = {f"country_codes_V{one}.csv": f"{COUNTRIES}9990,In {one},,\n" for one in ("202301", "202401b", "202501")}
    assert run(*baci(tmp_path, tables, zipped=zipped)).code == 0
    assert "in-202401b" in run("trade", "--where", "source = 'baci'", "--columns", "partner_code").out


TABLES = {
    "too large": ("country_codes.csv", f"{COUNTRIES}{' ' * 2**22}9990,Elsewhere,,\n", "is larger than 4 MB"),
    "a quote": ("product_codes_HS22.csv", 'code,description\n"010121,' + "x" * 200_000, "cannot be read as a table"),
    "no columns": ("product_codes_HS22.csv", "a,b\n", "is no table of products: code,description"),
    "a code without a name": ("country_codes.csv", f"{COUNTRIES}9990,,,\n", "line 2, j: '9990' is no code of a state"),
}


@pytest.mark.parametrize("zipped", [True, False])
@pytest.mark.parametrize(("name", "text", "what"), TABLES.values(), ids=TABLES)
def test_a_table_of_codes_that_is_none_is_told(
    run: Run, tmp_path: Path, name: str, text: str, what: str, zipped: bool
) -> None:
    result = run(*baci(tmp_path, {name: text}, zipped=zipped))
    assert (result.code, what in result.err) == (3, True), result.err


def test_a_table_of_codes_that_is_damaged_in_its_zip_is_told(run: Run, tmp_path: Path) -> None:
    argv = baci(tmp_path, {"country_codes.csv": f"{COUNTRIES}9990,Elsewhere,,\n"}, zipped=True)
    data = Path(argv[1]).read_bytes()
    Path(argv[1]).write_bytes(data.replace(b"9990,Else", b"9990,else"))
    result = run(*argv)
    assert (result.code, "country_codes.csv: the archive cannot be unpacked" in result.err) == (3, True), result.err


# Of each data set's own codes, those that mean something else elsewhere, or nothing.
AREAS = [
    ("c", "0", "world"), ("c", "842", "USA"), ("c", "757", "CHE"), ("c", "579", "NOR"), ("c", "97", "european-union"),
    ("c", "810", "SUN"), ("c", "890", "YUG"), ("c", "200", "CSK"), ("c", "278", "DDR"), ("c", "280", "west-germany"),
    ("c", "720", "democratic-yemen"), ("c", "886", "yemen-arab-republic"), ("c", "837", "bunkers"), ("c", "031", "AZE"),
    ("c", "S19", "other-asia-nes"), ("c", "X1", "bunkers"), ("c", "E19", "other-europe-nes"), ("c", "F19", "other-africa-nes"),
    ("c", "F49", "northern-africa-nes"), ("c", "F97", "western-asia-nes"), ("c", "O19", "oceania-nes"),
    ("c", "A59", "north-central-america-nes"), ("c", "A79", "rest-of-america-nes"), ("c", "_X", "areas-nes"),
    ("c", "MCO", "europe-eu-nes"), ("w", "MCO", "MCO"), ("s", "MC", "MCO"), (None, "492", "MCO"),
    ("w", "WLD", "world"), ("w", "EUU", "european-union"), ("w", "ROM", "ROU"), ("w", "ZAR", "COD"),
    ("s", "EL", "GRC"), ("s", "UK", "GBR"), ("s", "XK", "XKX"), ("s", "AU", "AUS"), ("s", "EU27_2020", "european-union-27"),
    ("s", "X01", "world"), ("c", "X1", "bunkers"), ("s", "EU27", None), ("s", "AN", None), ("s", "CS", None), ("c", "EU27_2020", None), ("w", "S19", None),
    (None, "AU", "AUS"), (None, "NA", "NAM"), (None, "S19", "other-asia-nes"), (None, "az", None),
    # Codes of others, codes of today's states that they have no more, and what only looks like a name.
    ("s", "XM", "euro-area"), ("s", "XH", None), ("s", "QM", None), ("s", "DY", None), ("c", "983", None),
    ("s", "SU", "SUN"), ("s", "INDO", None), ("s", "CHIN", None), (None, "SING", None), ("s", "nakhchivan", "nakhchivan"),
    ("s", "Azerbaijan", None), ("s", "China", None),
]  # fmt: skip


def test_a_code_means_what_its_data_set_means(run: Run, base: object) -> None:
    from factbase.exchange.areas import Areas
    from factbase.store.reading import reader

    with reader(base) as opened:  # type: ignore[arg-type]
        placed = [(scheme, code, Areas(opened, scheme).place(code)) for scheme, code, _ in AREAS]
    assert placed == AREAS
