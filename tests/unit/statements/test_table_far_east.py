"""Statements in Chinese: their words for days, currencies, totals and directions; bills that name only a month."""

from tests.helpers.statement_texts import read


def rows(text: str) -> list[tuple[str, str, int]]:
    file = read(text.encode(), "a.csv")
    assert not file.decisions
    return [(one.currency, row.booked_on.isoformat(), row.amount) for one in file.statements for row in one.rows]


def test_a_bill_of_a_month_gives_its_days_their_years() -> None:
    text = (
        "某银行信用卡对账单（2025年01月）\n交易日,记账日,交易摘要,人民币金额,卡号末四位\n"
        ",12/30,网上还款,-70.00,4321\n01/02,01/03,茶馆,6.50,4321\n01/04,01/05,书店,31.00,4321\n"
    )
    assert rows(text) == [("CNY", "2024-12-30", 7000), ("CNY", "2025-01-03", -650), ("CNY", "2025-01-05", -3100)]


def test_a_later_month_is_of_the_year_before() -> None:
    text = "账单 2025年3月\n日期,摘要,金额\n03/02,茶,-1.00\n11/28,书,-2.00\n"
    assert [day for _, day, _ in rows(text)] == ["2025-03-02", "2024-11-28"]


def test_two_months_above_tell_no_year() -> None:
    assert read("2025年3月 2025年4月\n日期,摘要,金额\n03/02,茶,-1.00\n04/28,书,-2.00\n".encode(), "a.csv").refused


def test_purchases_and_repayments_by_name_turn_a_bill_round() -> None:
    text = (
        "交易日期,入账日期,交易摘要,交易金额,交易货币,入账金额,入账货币\n"
        "2025/02/05,2025/02/06,（消费）茶馆,15.90,人民币,15.90,人民币\n"
        "2025/02/04,2025/02/04,（退款）书店,-7.20,人民币,-7.20,人民币\n"
        "2025/01/25,2025/01/26,（还款）转入,-130.00,人民币,-130.00,人民币\n"
    )
    assert rows(text) == [("CNY", "2025-02-06", -1590), ("CNY", "2025-02-04", 720), ("CNY", "2025-01-26", 13000)]


def test_what_an_account_pays_a_card_stays_money_out() -> None:
    text = "日期,摘要,金额\n2025-03-02,结息,3.00\n2025-03-03,工资,900.00\n2025-03-04,信用卡还款,-50.00\n"
    assert [amount for _, _, amount in rows(text)] == [300, 90000, -5000]


def test_words_of_two_languages_agree_on_the_way() -> None:
    text = "交易日期,借贷,交易金额,摘要\n2025-03-02,贷 Cr,3.00,甲\n2025-03-03,借 Dr,9.00,乙\n2025-03-14,借 Dr,5.00,丙\n"
    assert [amount for _, _, amount in rows(text)] == [300, -900, -500]


def test_what_was_paid_counts_before_what_was_ordered() -> None:
    text = (
        "交易时间,类型,收/支,订单金额,实付金额\n2025-03-02 10:00:01,支付,支出,¥20.00,¥18.50\n"
        "2025-03-03 11:00:02,退款,收入,¥9.00,¥9.00\n"
    )
    assert [amount for _, _, amount in rows(text)] == [-1850, 900]


def test_a_total_of_the_bank_is_no_row() -> None:
    text = "日期,币别,收入,支出\n2025-03-02,人民币,3.00,\n2025-03-03,人民币,,9.00\n人民币合计,,3.00,9.00\n"
    assert rows(text) == [("CNY", "2025-03-02", 300), ("CNY", "2025-03-03", -900)]


def test_what_texts_begin_with_tells_the_way_and_an_open_word_is_named() -> None:
    kinds = ("消费 茶馆", "退货 书店", "消费 面馆", "消费 书店", "退货 茶馆", "转账 张三")
    body = "".join(f"2025-03-{12 + at},{kind},{at + 1}.00\n" for at, kind in enumerate(kinds))
    file = read(f"交易日期,交易说明,金额\n{body}".encode(), "a.csv")
    assert [row.amount for one in file.statements for row in one.rows] == [-100, 200, -300, -400, 500]
    assert [(item.code, item.line) for item in file.findings] == [("unknown_direction", 7)]


def test_a_triangle_before_the_figures_is_a_minus() -> None:
    text = "取扱日,区分,金額,残高\n2026/07/01,払出,▲1500,8500\n2026/07/02,預入,△500,8000\n2026/07/03,預入,700,8700\n"
    assert [amount for _, _, amount in rows(text)] == [-150000, -50000, 70000]


def test_two_amounts_that_stand_in_turn_are_the_two_sides() -> None:
    text = (
        "거래일시,적요,나간금액,들어온금액,잔액\n2025.10.20 10:15:00,갑,0,9000,12000\n2025.10.21 09:00:00,을,1000,0,11000\n"
        "2025.10.22 14:30:00,병,2500,0,8500\n2025.10.23 14:30:00,정,0,500,9000\n"
    )
    assert [amount for _, _, amount in rows(text)] == [900000, -100000, -250000, 50000]


def test_hebrew_is_written_day_first() -> None:
    text = 'תאריך,תיאור,חובה,זכות,יתרה\n01/03/2026,שכר,,"15,000.00","20,000.00"\n02/03/2026,קפה,350.40,,"19,649.60"\n'
    assert [day for _, day, _ in rows(text)] == ["2026-03-01", "2026-03-02"]
