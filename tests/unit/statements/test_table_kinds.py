"""Tables that are no statement are refused, whatever days and numbers they hold; statements beside them are read."""

import pytest

from app.domain.statement_kinds import Severity
from tests.helpers.statement_texts import read

OTHERS = {
    "accounts_list": (
        "Account,Type,Number,Balance,Currency,As of\n"
        "Checking,Current,12345678,1200.50,EUR,2024-03-31\n"
        "Savings,Savings,87654321,5400.00,EUR,2024-03-31\n"
        "Card,Credit card,11112222,-230.10,EUR,2024-03-31\n"
    ),
    "budget": (
        "Category,January,February,March\n"
        "Food,300.00,310.00,290.00\n"
        "Rent,900.00,900.00,900.00\n"
        "Fun,100.00,50.00,75.00\n"
    ),
    "budget_months_dates": (
        "Month,Category,Budgeted,Spent,Remaining\n"
        "2024-01-01,Food,300.00,280.00,20.00\n"
        "2024-01-01,Rent,900.00,900.00,0.00\n"
        "2024-02-01,Food,300.00,310.00,-10.00\n"
    ),
    "holdings": (
        "Symbol,Name,Quantity,Price,Market Value,As of date\n"
        "VWRL,Vanguard All-World,10,101.20,1012.00,2024-03-28\n"
        "AAPL,Apple Inc,5,171.00,855.00,2024-03-28\n"
    ),
    "price_history": (
        "Date,Open,High,Low,Close,Adj Close,Volume\n"
        "2024-03-14,171.0,172.5,169.9,170.2,170.2,5000000\n"
        "2024-03-15,170.0,173.5,168.9,172.2,172.2,6000000\n"
        "2024-03-18,172.0,174.5,171.9,174.0,174.0,4000000\n"
    ),
    "price_history_simple": ("Date,Close\n2024-03-14,171.05\n2024-03-15,170.20\n2024-03-18,174.01\n"),
    "fx_rates": (
        "Date,USD,JPY,GBP,CHF\n2024-03-14,1.0925,161.70,0.8541,0.9621\n2024-03-15,1.0892,162.03,0.8550,0.9615\n"
    ),
    "fx_rates_pair": (
        "Date,Base currency,Quote currency,Exchange rate\n2024-03-14,EUR,USD,1.09\n2024-03-15,EUR,USD,1.08\n"
    ),
    "addresses": (
        "Name,Street,City,Postcode,Phone,Birthday\n"
        "Ann Person,1 High St,Town,12345,555-1234,1980-03-14\n"
        "Bob Person,2 Low St,Village,54321,555-9876,1975-12-24\n"
    ),
    "log_file": (
        "2024-03-14 10:11:12,INFO,server started,0.35\n"
        "2024-03-14 10:11:13,WARN,slow query,1.20\n"
        "2024-03-14 10:11:14,INFO,request done,0.02\n"
    ),
    "access_log": (
        "Timestamp,Level,Module,Message,Duration (s)\n"
        "2024-03-14T10:11:12,INFO,http,GET /index,0.35\n"
        "2024-03-14T10:11:13,WARN,db,slow query,1.20\n"
    ),
    "orders_shop": (
        "Order ID,Order Date,Ship Date,Customer,Product,Quantity,Unit Price\n"
        "1001,2024-03-14,2024-03-16,Ann,Chair,2,49.90\n"
        "1002,2024-03-15,2024-03-18,Bob,Table,1,149.00\n"
    ),
    "weather": (
        "Date,Station,Temperature,Humidity,Rain mm\n2024-03-14,Zurich,8.5,71.0,0.2\n2024-03-15,Zurich,-1.5,65.0,0.0\n"
    ),
    "weight_diary": ("Date,Weight kg,Body fat %\n2024-03-14,80.5,21.2\n2024-03-15,80.1,21.0\n"),
    "timesheet": (
        "Date,Project,Start,End,Hours\n2024-03-14,Coffer,09:00,12:30,3.50\n2024-03-15,Coffer,10:00,12:00,2.00\n"
    ),
    "loan_schedule": (
        "No,Due Date,Payment,Principal,Interest,Remaining Balance\n"
        "1,2026-12-01,500.00,400.00,100.00,9600.00\n"
        "2,2027-01-01,500.00,404.00,96.00,9196.00\n"
        "3,2027-02-01,500.00,408.00,92.00,8788.00\n"
    ),
    "invoice_list": (
        "Invoice No,Invoice Date,Due Date,Customer,Net,VAT,Gross,Paid\n"
        "2024-001,2024-03-14,2024-04-14,Ann Ltd,100.00,19.00,119.00,yes\n"
        "2024-002,2024-03-15,2024-04-15,Bob Ltd,200.00,38.00,238.00,no\n"
    ),
    "recurring_list": (
        "Name,Frequency,Next date,Amount,Active\n"
        "Netflix,monthly,2026-12-14,-12.99,yes\n"
        "Rent,monthly,2026-12-01,-900.00,yes\n"
    ),
    "employee_list": (
        "Employee,Start date,Salary,Department\nAnn,2020-03-14,50000.00,IT\nBob,2021-12-01,45000.00,HR\n"
    ),
    "csv_of_texts": ("Title,Author,Published\nBook one,Ann,1999-03-14\nBook two,Bob,2005-12-24\n"),
    "balance_history": ("Date,Balance\n2024-03-14,1200.50\n2024-03-15,1180.00\n2024-03-18,2500.00\n"),
    "trades": (
        "Trade date,Symbol,Side,Quantity,Price,ISIN,Exchange\n"
        "2024-03-14,VWRL,BUY,10,101.20,IE00B3RBWM25,XAMS\n"
        "2024-03-15,AAPL,SELL,5,171.00,US0378331005,XNAS\n"
    ),
    "contacts_semicolons": (
        "Nachname;Vorname;Geburtstag;PLZ;Telefon\n"
        "Muster;Max;14.03.1980;12345;030-123456\n"
        "Muster;Eva;24.12.1982;54321;030-654321\n"
    ),
    "electricity": ("Meter date;Meter;kWh;Cost per kWh\n14.03.2024;A1;1234,50;0,32\n15.03.2024;A1;1240,10;0,32\n"),
    "running_log": (
        "Activity Date,Activity Name,Distance,Elapsed Time,Elevation\n"
        '"Mar 14, 2024, 6:11:12 AM",Morning Run,10.50,3600,120.5\n'
        '"Mar 15, 2024, 6:11:12 AM",Morning Run,5.25,1800,60.0\n'
    ),
    "category_list": ("Category;Parent;Type;Budget\nFood;Living;expense;300,00\nRent;Living;expense;900,00\n"),
    "points": ("Date,Activity,Points earned,Points balance\n2024-03-14,Purchase,120,1200\n2024-03-15,Bonus,500,1700\n"),
}


@pytest.mark.parametrize("name", OTHERS)
def test_it_is_refused_with_a_reason(name: str) -> None:
    file = read(OTHERS[name].encode(), "a.csv")
    assert file.refused
    finding = next(item for item in file.findings if item.severity is Severity.ERROR)
    assert len(finding.message) > 30


@pytest.mark.parametrize(
    "text",
    [
        "Date,Action,Symbol,Quantity,Price,Amount\n03/14/2025,Buy,VWRL,10,101.20,-1012.00\n03/17/2025,Dividend,VWRL,,,12.50\n",
        "Date,Text,Principal,Interest,Amount,Balance\n2025-01-13,A,80,20,-100.00,900.00\n2025-02-13,B,81,19,-100.00,800.00\n",
        "Fecha,Dinero raro,Nada\n2025-03-14,-12.50,Tienda\n2025-03-15,99.00,Trabajo\n",
        "2025-03-14,Shop,-12.50\n2025-03-15,Pay,99.00\n",
    ],
)
def test_a_statement_with_such_words_is_still_read(text: str) -> None:
    assert len(read(text.encode(), "a.csv").statements[0].rows) == 2


def test_balances_that_follow_prove_any_table() -> None:
    text = "Month;Budget;Spent;Remaining;Balance\n"
    rows = "2025-01-13;x;20.00;y;480.00\n2025-01-14;x;5.00;y;485.00\n2025-01-15;x;5.00;y;490.00\n"
    assert not read((text + rows).encode(), "a.csv").refused


def test_days_that_have_not_come_are_refused() -> None:
    file = read(b"Date,Text,Amount\n2027-01-13,Rent,-900.00\n2027-02-13,Rent,-900.00\n", "a.csv")
    assert file.refused
    assert "future" in file.findings[0].message


def test_a_list_of_orders_is_no_statement() -> None:
    rows = "2025-01-13;1;Cable;2;12.34\n2025-01-14;2;Book;1;10.00\n"
    assert read(f"Order Date;Order ID;Title;Quantity;Item Total\n{rows}".encode(), "a.csv").refused


def test_a_brokers_transactions_are_no_repayment_plan() -> None:
    head = "Trade Date,Transaction Type,Principal Amount,Commission Fees,Net Amount,Accrued Interest"
    rows = "2025-01-14,Buy,-563.10,0.00,-563.10,0.00\n2025-01-13,Funds Received,1000.00,0.00,1000.00,0.00\n"
    (statement,) = read(f"{head}\n{rows}".encode(), "a.csv").statements
    assert [row.amount for row in statement.rows] == [-56310, 100000]
