"""A seventh fictional company, of chargers for cars: what begins and ends, what rose and fell, what is not done."""

from __future__ import annotations

PASSAGES_JA = (
    "料金\nEV充電器「トモス」は、普通充電器が1基280,000円、急速充電器が1基1,900,000円です。"
    "設置工事は1基150,000円からです。月額の通信費は1基1,500円で、急速充電器は3,000円です。",
    "導入\n現地調査は無料で、工事は調査から6週間後に始められます。補助金の申請は代行していません。"
    "故障の受付は24時間、修理は平日9時から18時です。保証は3年間で、落雷による故障は対象外です。",
    "事例: 青空ホテル\n旅館業の青空ホテル様は、普通充電器を8基置きました。宿泊予約は前年より12%増え、"
    "充電の利用は月140回です。",
    "事例: 山手運輸\n配送業の山手運輸様は、急速充電器2基で12台の車を回しています。"
    "燃料費は月80万円から34万円になりました。",
    "仕様\n普通充電器は6kW、急速充電器は50kWです。決済はアプリとカードに対応し、現金は使えません。防水等級はIP65です。",
)
OURS_JA = (
    "担当者が本日15:00までにご連絡します。何基ほどお考えですか。",
    "お客様用の充電器がなくてお困りとのこと、承知しました。",
)
VISITOR_JA = "旅館です。EVで来る方が増えて、充電器がなく困っています。駐車場は40台です。"

PASSAGES_EN = (
    "Prices\nTomosu chargers for electric cars: the standard charger is 280,000 yen each, the fast charger "
    "1,900,000 yen each. Installation starts at 150,000 yen per charger. The monthly network fee is 1,500 "
    "yen for a standard charger and 3,000 yen for a fast one.",
    "Getting started\nThe site survey is free, and work can begin 6 weeks after it. We do not apply for "
    "subsidies on your behalf. Faults can be reported around the clock; repairs are done 9:00-18:00 on "
    "weekdays. The warranty lasts 3 years and does not cover lightning damage.",
    "Case study: Aozora Hotel\nAozora Hotel installed 8 standard chargers. Bookings rose by 12% on the year "
    "before, and the chargers are used 140 times a month.",
    "Case study: Yamate Unyu\nYamate Unyu, a delivery company, runs 12 vehicles on 2 fast chargers. Fuel "
    "costs went from 800,000 yen a month to 340,000.",
    "Specification\nThe standard charger delivers 6 kW, the fast charger 50 kW. Payment is by app or card; "
    "cash is not accepted. The chargers are rated IP65.",
)
OURS_EN = (
    "A colleague will contact you by 15:00 today. How many chargers do you have in mind?",
    "Guests have nowhere to charge.",
)
VISITOR_EN = "We run an inn. More guests come by electric car and we have no charger. There are 40 parking spaces."
