"""What a sentence claims against its article: turned round, borrowed, in another's place."""

from __future__ import annotations

import pytest

from summarizer import Document
from summarizer.checks.claims import unsupported
from summarizer.checks.grounding import Reason, Source, ungrounded

HARBOUR = """Dockers in Port Ellery voted on Monday to end a 19-day strike after the port company agreed to raise wages.
Director Alan Whitby said the strike had cost the port 80 million dollars and that 26 ships were waiting at sea.
Union leader Maria Costello did not rule out another strike. Police may charge two men over a scuffle at the gate.
The share of the grain trade fell from 31 percent to 24 percent."""
COURT = "Judge Hannah Pryce said that the evidence of a witness, Omar Said, was weak."
DEEDS = (
    "In May Anna Lee built a bridge over the deep river of the old town. "
    "Far from there Ruth Kim painted a house on a hill. Far from there Anna Lee slept."
)
MATCH = "Anna Lee beat Ruth Kim in a tense final on Sunday. Lee said that the crowd had helped the whole team a lot."
KAMAKURA = "小林真理委員長は合意を評価した。渡辺明社長は26隻の船が待機していると述べた。賃金を4％引き上げる。"
HARBOUR_ZH = "工会主席马丽华欢迎协议。总经理魏德伦表示，罢工使港口损失8000万元。工资提高4%。"
HARBOUR_KO = (
    "김마리 위원장은 합의를 평가했다. 윤명호 사장은 배 26척이 대기하고 있다고 말했다. 임금을 4% 인상한다. "
    "여론이 대표 선수를 반겼다. 경찰은 남성 2명을 폭행 혐의로 기소했다. 상인회는 시장이 세금을 올릴 수도 있다고 말했다."
)
HARBOUR_HI = "यूनियन अध्यक्ष मीना कश्यप ने समझौते को ज़रूरी बताया। कंपनी के निदेशक अमित वर्धन ने कहा कि 26 जहाज इंतज़ार कर रहे हैं।"

YEAR = "Prices fell by 2 percent last year, while wages rose by 3 percent, the bank said. It was a mild year."
MILL_VI = (
    "Công nhân nhà máy Tân Phú hôm qua bỏ phiếu chấm dứt đình công. Giám đốc Lê Quang Vinh không loại trừ việc "
    "tăng lương 4 phần trăm. Công an có thể khởi tố hai người. "
    "Chủ tịch công đoàn Đỗ Thị Hoa gọi thoả thuận là công bằng."
)
MILL_TR = (
    "Kumsal fabrikasının işçileri dün grevi bitirme kararı aldı. Müdür Kemal Sarı zam ihtimalini dışlamadı. "
    "Polis iki kişi hakkında suç duyurusunda bulunabilir. Sendika başkanı Leyla Uçar anlaşmayı övdü. "
    "Borç 52 milyon liradan 38 milyona indi."
)
MILL_NL = (
    "Arbeiders van de fabriek in Zandwijk stemden gisteren voor het einde van de staking. Directeur Piet Bos sloot "
    "loonsverhoging niet uit. De politie kan twee mannen aanklagen. Vakbondsleider Els Kok prees het akkoord."
)
MILL_TH = (
    "พนักงานโรงงานบ้านใหม่ลงมติให้ยุติการนัดหยุดงาน บริษัทตกลงขึ้นค่าจ้างร้อยละ 4\nประธานสหภาพ นางสมศรี มีทรัพย์ กล่าวว่าข้อตกลงยุติธรรม\n"
    "ผู้จัดการ นายประยูร คงทน ไม่ปฏิเสธการปิดโรงงาน ตำรวจอาจตั้งข้อหาชายสองคน หนี้ลดลงจากร้อยละ 31 เหลือร้อยละ 24\n"
    "นายประยูรยังไม่บอกว่าจะลาออกหรือไม่ คนงานสามคนออกจากสหภาพ"
)


@pytest.mark.parametrize(
    ("sentence", "article", "language", "kind"),
    [
        ("Công nhân nhà máy Tân Phú không bỏ phiếu chấm dứt đình công.", MILL_VI, "vi", "negation"),
        ("Công nhân nhà máy Tân Phú bỏ phiếu bắt đầu đình công.", MILL_VI, "vi", "opposite"),
        ("Công an đã khởi tố hai người.", MILL_VI, "vi", "grave"),
        ("Giám đốc Đỗ Thị Hoa gọi thỏa thuận là công bằng.", MILL_VI, "vi", "role"),
        ("Công nhân đã thiệt mạng.", MILL_VI, "vi", "grave"),
        ("Wages fell last year, while prices rose.", YEAR, "en", "crossed"),
        (
            "Die Löhne sanken, während die Preise stiegen.",
            "Die Preise sanken um 2 Prozent, während die Löhne um 3 Prozent stiegen. Es war mild.",
            "de",
            "crossed",
        ),
        (
            "Las exportaciones bajaron y las importaciones subieron.",
            "Las importaciones bajaron un 3 %, mientras las exportaciones subieron un 5 %. El año fue seco.",
            "es",
            "crossed",
        ),
        (
            "Акции завода выросли, а акции порта упали.",
            "Акции порта выросли на 5 %, а акции завода упали на 3 %. Торги шли вяло.",
            "ru",
            "crossed",
        ),
        ("工资下降，物价上升。", "去年物价下降2%，工资上升3%。", "zh", "crossed"),
        (
            "瑞川市が最も高く、葛山町が最も低かった。",
            "葛山町が最も高く、瑞川市が最も低かった。調査は5年ごとに行う。",
            "ja",
            "crossed",
        ),
        ("Kumsal fabrikasının işçileri grevi bitirme kararı almadı.", MILL_TR, "tr", "negation"),
        ("Polis iki kişi hakkında suç duyurusunda bulundu.", MILL_TR, "tr", "grave"),
        ("Sendika başkanı Kemal Sarı anlaşmayı övdü.", MILL_TR, "tr", "name"),
        ("Sendika başkanı Leyla Uçar anlaşmayı eleştirdi.", MILL_TR, "tr", "word"),
        ("Arbeiders van de fabriek in Zandwijk stemden niet voor het einde van de staking.", MILL_NL, "nl", "negation"),
        ("Directeur Piet Bos sloot loonsverhoging uit.", MILL_NL, "nl", "affirmation"),
        ("Vakbondsleider Piet Bos prees het akkoord.", MILL_NL, "nl", "name"),
        ("Vakbondsleider Els Kok bekritiseerde het akkoord.", MILL_NL, "nl", "word"),
        ("พนักงานโรงงานบ้านใหม่ไม่ได้ลงมติให้ยุติการนัดหยุดงาน", MILL_TH, "th", "negation"),
        ("บริษัทตกลงลดค่าจ้างร้อยละ 4", MILL_TH, "th", "opposite"),
        ("บริษัทตกลงขึ้นค่าจ้างร้อยละ 24", MILL_TH, "th", "number"),
        ("ตำรวจตั้งข้อหาชายสองคน", MILL_TH, "th", "grave"),
        ("ประธานสหภาพ นายประยูร คงทน กล่าวว่าข้อตกลงยุติธรรม", MILL_TH, "th", "role"),
        ("Dockers in Port Ellery never voted to end a strike.", HARBOUR, "en", "negation"),
        ("Maria Costello did rule out another strike.", HARBOUR, "en", "affirmation"),
        (
            "During that year the old bridge was repaired.",
            "The old bridge was not repaired during that year, she said.",
            "en",
            "affirmation",
        ),
        (
            "The trust consulted patients before it closed the old ward of the hospital.",
            "The hospital closes its old ward for months. The trust did not consult patients.",
            "en",
            "affirmation",
        ),
        ("The state bought the land in a cold region.", "The state may buy the land. It is cold.", "en", "affirmation"),
        ("Cracks were found in 18 piers.", "Cracks were found in 6 of the 18 piers.", "en", "number"),
        ("The port was closed for good.", "The port was closed for a month.", "en", "grave"),
        ("A chemist of Merrow was jailed.", "A chemist of Merrow was never to be jailed.", "en", "grave"),
        (
            "Lake Town is the second of three large events.",
            "In Lake Town a fair begins. It is like Grand City, the second of three large events.",
            "en",
            "apposition",
        ),
        (
            "The mayor, Priya Nair, demanded that they resign now after the flood.",
            "Opposition leader Marcus Yoon demanded that they resign now. The mayor, Priya Nair, was away.",
            "en",
            "apposition",
        ),
        ("Dana Whitlock has resigned.", "Marcus Yoon demanded that Dana Whitlock resign.", "en", "grave"),
        ("風丘電力には補償金が支払われる。", "村は計画を撤回した。補償金は支払われない。", "ja", "affirmation"),
        ("Nice share fell.", "Nice share never fell.", "en", "affirmation"),
        ("The guild eased its rules for gulls.", "The guild tightened its rules for gulls.", "en", "word"),
        ("Gulls came before the guild shut the gate.", "Gulls came after the guild shut the gate.", "en", "word"),
        (
            "Die Zunft schloss das Tor, bevor Möwen kamen.",
            "Die Zunft schloss das Tor, nachdem Möwen kamen.",
            "de",
            "word",
        ),
        ("The town keeps its plan for a pier.", "The town gives up its plan for a pier.", "en", "opposite"),
        ("Der Rat lockerte die Regeln für Boote.", "Der Rat verschärfte die Regeln für Boote.", "de", "opposite"),
        ("घायल मछुआरों की हालत गंभीर है।", "घायल मछुआरों की हालत स्थिर है।", "hi", "opposite"),
        ("Police charged two men over a scuffle at the gate.", HARBOUR, "en", "affirmation"),
        ("The port company agreed to cut wages.", HARBOUR, "en", "opposite"),
        ("The share rose.", "The share of the trade, once large, fell. The share fell.", "en", "opposite"),
        ("Two men were killed at the gate.", HARBOUR, "en", "grave"),
        ("Two sailors of Merrow lost their lives.", "Two sailors of Merrow were hurt.", "en", "grave"),
        ("Zwei Seeleute kamen im Hafen ums Leben.", "Zwei Seeleute stritten im Hafen.", "de", "grave"),
        ("Deux marins ont perdu la vie au port.", "Deux marins se sont battus au port.", "fr", "grave"),
        ("Dos marineros perdieron la vida en el puerto.", "Dos marineros discutieron en el puerto.", "es", "grave"),
        ("Due marinai hanno perso la vita nel porto.", "Due marinai hanno litigato nel porto.", "it", "grave"),
        ("Dois marinheiros perderam a vida no porto.", "Dois marinheiros discutiram no porto.", "pt", "grave"),
        ("В порту лишились жизни два моряка.", "В порту поспорили два моряка.", "ru", "grave"),
        ("बाढ़ में कई लोगों की जान चली गई।", "बाढ़ में किसी की जान नहीं गई। पुल टूट गया।", "hi", "grave"),
        ("Dua pelaut kehilangan nyawa di pelabuhan.", "Dua pelaut berkelahi di pelabuhan.", "id", "grave"),
        (
            "Грузовик провалился под лёд, водитель погиб.",
            "Грузовик провалился под лёд. Водитель спасся.",
            "ru",
            "grave",
        ),
        (
            "Les joueuses de Merro se sont inclinées face à Lund.",
            "Les joueuses de Merro ont battu Lund.",
            "fr",
            "opposite",
        ),
        (
            "The waiting time fell to nine days.",
            "The waiting time rose to nine days, while births fell.",
            "en",
            "opposite",
        ),
        ("It is said that they died.", "Two men fought at the gate, but nobody died.", "en", "grave"),
        ("The strike had cost the port 26 million dollars.", HARBOUR, "en", "number"),
        ("The share of trade fell from 24 percent to 31 percent.", HARBOUR, "en", "number"),
        (
            "The mill stays shut for three years.",
            "The mill stays shut for six months. Gulls came three years ago.",
            "en",
            "number",
        ),
        ("Omar Said said that the evidence of a witness, Hannah Pryce, was weak.", COURT, "en", "apposition"),
        ("Union leader Alan Whitby spoke there.", HARBOUR, "en", "role"),
        ("It is known: Ruth Kim beat Anna Lee.", MATCH, "en", "order"),
        ("Merrow sold Altdorf the mill.", "After weeks Altdorf sold Merrow the mill and yard.", "en", "order"),
        (
            "小林真理委員長は32隻、渡辺明社長は26隻の船が待機と述べた。",
            "32隻の船が沈んだ。26隻の船が待機と述べた。",
            "ja",
            None,
        ),
        ("船は26隻の船が待機している。", "32隻の船が待機している。海には26羽の鳥がいた。", "ja", "number"),
        ("As is known, Ruth Kim built a bridge in the old town over the deep river.", DEEDS, "en", "deed"),
        ("Minister Ruth Kim spoke.", "Ruth Kim, the mayor, spoke. The minister left.", "en", "role"),
        ("渡辺明委員長が話した。", KAMAKURA, "ja", "role"),
        ("賃金を4％引き下げる。", KAMAKURA, "ja", "opposite"),
        ("总经理马丽华在场。", HARBOUR_ZH, "zh-Hans", "role"),
        ("निदेशक मीना कश्यप आए।", HARBOUR_HI, "hi", "role"),
        ("윤명호 위원장은 합의를 말했다.", HARBOUR_KO, "ko", "role"),
        ("임금을 4% 인하한다.", HARBOUR_KO, "ko", "opposite"),
        ("경찰은 남성 2명을 기소하지 않았다.", HARBOUR_KO, "ko", "negation"),
        ("경찰은 남성 2명을 체포했다.", HARBOUR_KO, "ko", "grave"),
        ("상인회는 시장이 세금을 올렸다고 말했다.", HARBOUR_KO, "ko", "affirmation"),
        ("市议会否决夜间禁止货车的条例。", "市议会通过条例，夜间禁止货车。", "zh-Hans", "opposite"),
        (
            "市議会は夜間のトラックを禁じる条例を否決した。",
            "市議会は夜間のトラックを禁止する条例を可決した。",
            "ja",
            "opposite",
        ),
        (
            "시의회는 밤에 화물차를 금지하는 조례를 부결했다.",
            "시의회는 밤에 화물차를 금지하는 조례를 통과시켰다.",
            "ko",
            "opposite",
        ),
        ("公寓老板接受判决。", "法院判决公寓赔偿。公寓老板对判决不服。", "zh-Hans", "opposite"),
        ("社長は判決を受け入れた。", "社長は判決を不服とした。", "ja", "opposite"),
    ],
)
def test_what_is_turned_round_or_borrowed_is_found(
    sentence: str, article: str, language: str, kind: str | None
) -> None:
    assert unsupported(sentence, "", article, language) == kind


@pytest.mark.parametrize(
    ("sentence", "article", "language"),
    [
        ("Công nhân Tân Phú đã bỏ phiếu kết thúc đình công.", MILL_VI, "vi"),
        ("Chủ tịch công đoàn Đỗ Thị Hoa cho rằng thỏa thuận công bằng.", MILL_VI, "vi"),
        (
            "A chemist of Merrow was jailed.",
            "A chemist who sold drugs that were never made in any mill was jailed in Merrow.",
            "en",
        ),
        ("Wages rose last year, while prices fell.", YEAR, "en"),
        ("Prices did not rise, and wages fell not at all.", YEAR, "en"),
        ("葛山町が最も高く、瑞川市が最も低かった。", "県によると、葛山町が最も高く、瑞川市が最も低かった。", "ja"),
        ("Borç 52 milyon liradan 38 milyon liraya geriledi.", MILL_TR, "tr"),
        ("Müdür Kemal Sarı zammı mümkün görüyor.", MILL_TR, "tr"),
        ("Directeur Piet Bos acht loonsverhoging mogelijk.", MILL_NL, "nl"),
        (
            "La cosecha será la menor desde 1995.",
            "La cosecha será la más pequeña desde 1995. Es la mayor del país.",
            "es",
        ),
        (
            "A assembleia vai proibir a venda de copos.",
            "A assembleia aprovou uma lei que proíbe a venda de copos.",
            "pt",
        ),
        ("พนักงานโรงงานบ้านใหม่โหวตให้เลิกการนัดหยุดงาน", MILL_TH, "th"),
        ("นางสมศรี มีทรัพย์ ประธานสหภาพ เห็นว่าข้อตกลงยุติธรรม", MILL_TH, "th"),
        ("คนงานสามคนออกจากสหภาพ", MILL_TH, "th"),
        (
            "The trust asked its patients.",
            "The trust did not ask them first. Later the trust asked its patients.",
            "en",
        ),
        ("Of the 18 piers 6 had cracks.", "Cracks were found in 6 of the 18 piers.", "en"),
        (
            "Grand City is the second of three large events.",
            "In Lake Town a fair begins. It is like Grand City, the second of three large events.",
            "en",
        ),
        ("They fought not long.", "They did not.", "en"),
        ("Workers at Port Ellery end their strike.", HARBOUR, "en"),
        ("No one was killed.", HARBOUR, "en"),
        ("One keeper was injured.", "One keeper suffered burns on his hands.", "en"),
        ("Ein Wärter wurde verletzt.", "Ein Wärter erlitt einen Armbruch.", "de"),
        ("दूत ने संयम की अपील की।", "दूत ने संयम बरतने को कहा है।", "hi"),
        ("Ivo never began repair.", "Terms of that repair follow. Gulls came.", "en"),
        ("The port's share is down to 24 percent from 31 percent.", HARBOUR, "en"),
        ("Another strike is possible, Costello says.", HARBOUR, "en"),
        ("Two men could be charged over the scuffle.", HARBOUR, "en"),
        ("Ruth Kim was beaten by Anna Lee.", MATCH, "en"),
        ("Nobody spoke of it.", "", "en"),
        ("Three people died.", "Three people of the town died. Nobody else died.", "en"),
        ("They may have died.", "They fought.", "en"),
        ("İzmir İstanbul oldu.", "İstanbul İzmir oldu, dediler.", "tr"),
        ("Anna Lee and Ruth Kim met.", "Ruth Kim and Anna Lee met there.", "en"),
        (
            "He said that Ruth Kim of the town helped by Anna Lee.",
            "Anna Lee helped Ruth Kim of the town, he said.",
            "en",
        ),
        ("الرئيس سامي حداد وصل. وصل حداد.", "وصل الرئيس سامي حداد. قال حداد", "ar"),
        ("الرئيس: وصل هنا.", "وصل إلى هنا", "ar"),
        ("总经理表示同意。", HARBOUR_ZH, "zh-Hans"),
        ("马丽华来了。", HARBOUR_ZH, "zh-Hans"),
        ("The mayor: Ruth Kim sang.", "Ruth Kim sang.", "en"),
        (
            "Far north of the land old Anna Lee and a crew of sailors saw how tall Ruth Kim played.",
            "There tall Ruth Kim met old Anna Lee.",
            "en",
        ),
        ("मंत्री अध्यक्ष रेखा आईं।", "मंत्री रेखा आईं", "hi"),
        ("The mayor, Ruth Kim. Anna Lee spoke.", "The mayor, Ruth Kim, spoke; so did Anna Lee.", "en"),
        ("The share of trade in grain fell a bit.", "The share of trade in grain fell.", "en"),
        ("The strike lasted 26 days in May.", "The strike lasted 26 days in all, on May 3, 19 or 20 days.", "en"),
        ("Three men, 3 ships and 7 or 8 more of them sank.", "Three men; 7 or 8 more sank, and 3 ships.", "en"),
        ("委員長の小林氏は合意を評価。", KAMAKURA, "ja"),
        ("Ĝi okazis hieraŭ.", "Ĝi ne okazis.", "eo"),
        (
            "Le groupe breton Bardane rachète le moulin de la coopérative de Grand-Merro pour 7 millions d'euros.",
            "La coopérative de Grand-Merro vend son moulin au groupe breton Bardane pour 7 millions d'euros.",
            "fr",
        ),
        (
            "公司去年亏损，总经理称没有补助就要减少班次。",
            "公司去年亏损，总经理贺岚表示，没有补助就要减少班次。",
            "zh-Hans",
        ),
        (
            "Коза Муся сбежала в Заречье, потому что, по словам директора, сторож спал.",
            "Коза Муся сбежала в Заречье, так как сторож спал. Так говорит директор Нина Белова.",
            "ru",
        ),
        (
            "Dem Mieterbund geht die Senkung der Miete in Altdorf nicht weit genug.",
            "Die Stadt senkt die Miete in Altdorf um sechs Prozent. Der Mieterbund nannte den Schritt zu klein.",
            "de",
        ),
        ("Lund Rowers beat the Merrow club on Sunday.", "The Merrow club lost to the Lund Rowers on Sunday.", "en"),
        (
            "A report tells of the Merrow mill in the Altdorf valley.",
            "In the Altdorf valley lies the Merrow mill.",
            "en",
        ),
        (
            "Una granizada dañó el martes el puente, tres semanas antes de la feria.",
            "Una granizada dañó el martes por la tarde el puente, a tres semanas de la feria.",
            "es",
        ),
        (
            "Из-за дождя в Заречье закрыли мост, по которому ходили люди.",
            "В Заречье закрыли мост, по которому ходили люди: дождя было много.",
            "ru",
        ),
        (
            "Because of gulls the guild shut the gate.",
            "Gulls slept. After the gulls came, the guild shut the gate.",
            "en",
        ),
        ("Ana Robles ya no es jefa de la Orquesta Merro.", "La Orquesta Merro despide a su jefa, Ana Robles.", "es"),
        ("منع المجلس الشاحنات من المدينة نهارا.", "قرر المجلس منع الشاحنات من المدينة نهارا.", "ar"),
        ("경찰이 남성 2명을 기소했다.", HARBOUR_KO, "ko"),
        ("여론이 대표를 반겼다.", HARBOUR_KO, "ko"),
        ("협회는 근무를 줄이고 인원을 충원하라고 요구했다.", "협회는 근무를 제한하고 인원을 늘리라고 요구했다.", "ko"),
        ("9년간 닫힌 극장이 봄에 문을 연다.", "9년 전 문을 닫은 극장이 봄에 개업한다.", "ko"),
        ("크레인이 검사를 통과하지 못했다.", "크레인이 검사에서 불합격했다.", "ko"),
        ("公司發言人卓文彬否認起重機的缺失。", "公司發言人卓文彬反駁說，起重機的缺失早已修好。", "zh-Hant"),
        ("会社側は控訴する考えだ。", "会社は判決に控訴する方針を示した。", "ja"),
        ("判決は出口が荷物で塞がっていたことを認めた。", "判決は、出口が荷物でふさがれていたと認定した。", "ja"),
        (
            "教授说，工人病倒的具体原因尚不明确。",
            "教授公布了研究。很多工人病倒。春天湖水变绿。确切的机制还不清楚。",
            "zh-Hans",
        ),
        ("工厂老板准备上诉。", "工厂老板将提出上诉。", "zh-Hans"),
        (
            "Nora Lund has received a two-year suspended sentence in Merrow.",
            "Nora Lund, 57, was given a two-year sentence, suspended for 18 months, in Merrow.",
            "en",
        ),
        (
            "Three workers were hurt in Merrow, without anybody dead.",
            "Three workers were hurt in Merrow. All live.",
            "en",
        ),
    ],
)
def test_what_is_said_in_other_words_stands(sentence: str, article: str, language: str) -> None:
    assert unsupported(sentence, "", article, language) is None


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        (
            "Dockers in Port Ellery voted on Monday not to end a 19-day strike after the port company agreed.",
            "negation",
        ),
        ("Union leader Maria Costello did rule out another strike.", "affirmation"),
        ("Director Maria Costello said the strike had cost the port 80 million dollars.", "name"),
        ("Director Alan Whitby said the strike had cost the port 81 million dollars.", "number"),
        ("Director Alan Whitby said the strike had saved the port 80 million dollars.", None),
        (
            "Director Alan Whitby said the strike had cost the port a lot, and that 27 ships were waiting at sea.",
            "number",
        ),
        ("Dockers in Port Ellery voted on Monday to prolong a 19-day strike after the port company agreed.", "word"),
    ],
)
def test_a_sentence_that_repeats_another_is_compared_place_by_place(sentence: str, kind: str | None) -> None:
    assert unsupported(sentence, "", HARBOUR, "en") == kind


@pytest.mark.parametrize(
    ("sentence", "article", "language", "expected"),
    [
        ("Five men spoke there.", "Three men spoke there.", "en", Reason.NUMBER),
        ("3 men spoke there.", "Three men spoke there.", "en", None),
        ("It cost half a million euros.", "It cost 500,000 euros.", "en", None),
        ("It cost two hundred and five euros.", "It cost 205 euros.", "en", None),
        ("Seven eight men came.", "7 or 8 men came.", "en", None),
        ("The state pays a quarter of it.", "The state pays half of it.", "en", Reason.NUMBER),
        ("The state pays a third of it.", "The state pays 34 percent of it.", "en", None),
        ("Der Bund zahlt ein Viertel der Kosten.", "Der Bund zahlt die Hälfte der Kosten.", "de", Reason.NUMBER),
        ("費用の3分の2を国が負担。", "費用の３分の１は国が負担する。", "ja", Reason.NUMBER),
        ("They all went to room 12.", "They all went to room 14. There are 12 of them.", "en", Reason.CLAIM),
        ("They sent three, two of them old, and three thousand five hundred men.", "3 and 2 and 3500 men", "en", None),
        ("It took half a day.", "It took long.", "en", None),
        ("Il y a neuf ans.", "Il y a huit ans.", "fr", Reason.NUMBER),
        ("Ein neuf Ding.", "Ein Ding.", "fr", None),
        ("Einundzwanzig Leute kamen.", "Es kamen 21 Leute.", "de", None),
        ("两名男子在场。", "五名男子在场。", "zh-Hans", Reason.NUMBER),
        ("費用の6割を国が負担。", "費用の60％は国が負担する。", "ja", None),
        ("縣內70%農地缺水。", "縣內有七成農地缺水。", "zh-Hant", None),
        ("It rose by 4 percentage points.", "It rose by 4 percent.", "en", Reason.NUMBER),
        ("It cost 5 dollars.", "It cost 5 Australian dollars.", "en", None),
        ("It cost 5 naira.", "It cost 5 rand.", "en", Reason.NUMBER),
        ("They meet tomorrow in the town.", "They met yesterday in the town.", "en", Reason.DATE),
        ("Sie kamen am Morgen an.", "Sie kamen dort an.", "de", None),
        ("Sie kommen morgen an.", "Sie kamen dort an.", "de", Reason.DATE),
        ("工程于4月动工。", "工程将于四月动工，十一月完工。", "zh-Hans", None),
        ("工程于1月动工。", "工程将于十一月动工。", "zh-Hans", Reason.DATE),
        ("It hit an American town there.", "It cost 5 dollars there.", "en", None),
        ("It hit a French town there.", "It cost 5 dollars there.", "en", Reason.NAME),
        ("台北市政府將派員。", "東港市議會通過。", "zh-Hant", Reason.NAME),
        ("法国政府通过。", "法军与政府通过。", "zh-Hans", None),
        ("서울시 의회는 승인했다.", "강변시 의회는 승인했다.", "ko", Reason.NAME),
        ("In Altdorf wird Strom ab Montag billiger.", "Die Werke Altdorf senken den Strompreis am Montag.", "de", None),
        ("Beim Stoß zweier Züge brach Glas.", "Beim Stoß der Regionalzüge brach Glas.", "de", None),
        ("Reisende warten dort auf Helikopter.", "Fahrgäste warten dort auf Hubschrauber.", "de", None),
        ("Reisende warten dort auf Jodmunt.", "Fahrgäste warten dort auf Hubschrauber.", "de", Reason.NAME),
        ("Reisende warten dort auf Tomaten.", "Fahrgäste warten dort auf Hubschrauber.", "de", Reason.NAME),
        ("Beim Stoß zweier Kähne brach Glas.", "Beim Stoß der Regionalzüge brach Glas.", "de", Reason.NAME),
        ("Жители Липок закрыли дорогу.", "Жители деревни Липки закрыли дорогу.", "ru", None),
        ("다리는 김철수 의원이 열었다.", "시장은 철도 다리를 수리해 열었다.", "ko", Reason.NAME),
        ("어제 김철수 의원이 다리를 열었다.", "어제 김철수 씨는 다리를 열었다.", "ko", None),
        ("그 수단은 승인했다.", "의회는 그 방법을 승인했다.", "ko", None),
        ("وصل إلى القاهرة مساء.", "وصل مساء إلى هناك.", "ar", Reason.NAME),
        ("महापौर सुनीता वर्मा ने कहा।", "सुनीता वर्मा महापौर हैं", "hi", None),
        ("महापौर सुनीता ने आज कहा।", "महापौर ने कहा, आज", "hi", None),
        ("นายสมชาย กล่าวว่าดี", "วันนี้นายสมชายพูดว่าดีมาก", "th", None),
        ("महापौर नरेंद्र मोदी ने कहा।", "महापौर सुनीता वर्मा ने कहा।", "hi", Reason.NAME),
        ("นายสมชาย กล่าวว่าดี", "นายประเสริฐ กล่าวว่าดี", "th", Reason.NAME),
        ("Dort sprach der Ex-Bürgermeister zu ihr.", "Der Bürgermeister sprach dort zu ihr.", "de", None),
        ("Police charged two men over a scuffle.", HARBOUR, "en", Reason.CLAIM),
    ],
)
def test_numbers_dates_and_names_in_other_words(
    sentence: str, article: str, language: str, expected: Reason | None
) -> None:
    source = Source.read(Document(text=article), language)
    assert ungrounded(sentence, source, language=language) is expected


@pytest.mark.parametrize(
    ("sentence", "article", "language", "kind"),
    [
        ("The comet comes back every 94 years.", "The comet came back in 1931.", "en", None),
        ("Every comet comes back in 94 years.", "The comet came back in 94 years.", "en", "all"),
        ("Le marché a lieu tous les lundis.", "Le marché a lieu lundi et les lundis suivants.", "fr", None),
    ],
)
def test_every_so_many_years_is_no_claim_of_all(sentence: str, article: str, language: str, kind: str | None) -> None:
    assert unsupported(sentence, "", article, language) == kind
