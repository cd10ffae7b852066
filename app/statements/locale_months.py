"""Month names, weekdays and their short forms in the languages of the banks we know."""

# ruff: noqa: E501 - tables of words are read by the line

import unicodedata

_NAMES = """
january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sep sept|october oct|november nov|december dec
januar janner jaenner|februar|marz maerz mrz|april|mai|juni|juli|august|september|oktober okt|november|dezember dez
janvier janv|fevrier fevr fev|mars|avril avr|mai|juin|juillet juil|aout aou|septembre|octobre|novembre|decembre
gennaio gen|febbraio|marzo|aprile|maggio mag|giugno giu|luglio lug|agosto ago|settembre set|ottobre ott|novembre|dicembre dic
enero ene|febrero|marzo|abril abr|mayo|junio|julio|agosto|septiembre setiembre|octubre|noviembre|diciembre
januari|februari|maart mrt|april|mei|juni|juli|augustus|september|oktober|november|december
styczen stycznia sty|luty lutego lut|marzec marca|kwiecien kwietnia kwi|maj maja|czerwiec czerwca cze|lipiec lipca lip|sierpien sierpnia sie|wrzesien wrzesnia wrz|pazdziernik pazdziernika paz|listopad listopada lis|grudzien grudnia gru
leden ledna led|unor unora uno|brezen brezna bre|duben dubna dub|kveten kvetna kve|cerven cervna|cervenec cervence cvc|srpen srpna srp|zari zar|rijen rijna rij|listopadu|prosinec prosince pro
januar|februar|marcius marc|aprilis|majus maj|junius|julius|augusztus|szeptember szept|oktober|november|december
janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro out|novembro|dezembro
januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december
januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december
tammikuu tammi|helmikuu helmi|maaliskuu maalis|huhtikuu huhti|toukokuu touko|kesakuu kesa|heinakuu heina|elokuu elo|syyskuu syys|lokakuu loka|marraskuu marras|joulukuu joulu
ianuarie ian|februarie|martie|aprilie|mai|iunie iun|iulie iul|august|septembrie|octombrie|noiembrie noi|decembrie
ocak oca|subat sub|mart|nisan nis|mayis|haziran haz|temmuz tem|agustos agu|eylul eyl|ekim eki|kasim kas|aralik ara
січень січня січ|лютий лютого лют|березень березня бер|квітень квітня кві|травень травня тра|червень червня чер|липень липня лип|серпень серпня сер|вересень вересня вер|жовтень жовтня жов|листопад листопада лис|грудень грудня гру
январь января янв|февраль февраля фев|март марта мар|апрель апреля апр|май мая|июнь июня июн|июль июля июл|август августа авг|сентябрь сентября сен|октябрь октября окт|ноябрь ноября ноя|декабрь декабря дек
ιανουαριος ιανουαριου ιαν|φεβρουαριος φεβρουαριου φεβ|μαρτιος μαρτιου μαρ|απριλιος απριλιου απρ|μαιος μαιου μαι|ιουνιος ιουνιου ιουν|ιουλιος ιουλιου ιουλ|αυγουστος αυγουστου αυγ|σεπτεμβριος σεπτεμβριου σεπ|οκτωβριος οκτωβριου οκτ|νοεμβριος νοεμβριου νοε|δεκεμβριος δεκεμβριου δεκ
sijecanj sijecnja sij|veljaca veljace velj|ozujak ozujka ozu|travanj travnja tra|svibanj svibnja svi|lipanj lipnja|srpanj srpnja|kolovoz kolovoza kol|rujan rujna ruj|listopada|studeni studenoga stu|prosinca
"""

_WEEKDAY_NAMES = """
monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so
lundi mardi mercredi jeudi vendredi samedi dimanche lun mar mer jeu ven sam dim
lunes martes miercoles jueves viernes sabado domingo mie jue vie sab dom
seg ter qua qui sex
lunedi martedi mercoledi giovedi venerdi domenica gio
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma wo vr za zo
mandag tirsdag onsdag torsdag fredag lordag sondag tisdag man tir tis ons tor tors fre lor son
pon wt sr czw pt sob ndz niedz po ut st ct pa ne
ti ke to pe la su
pzt sal car per cum cmt paz pazartesi sali carsamba persembe cuma cumartesi pazar
hetfo kedd szerda csutortok pentek szombat vasarnap
poniedzialek wtorek sroda czwartek piatek sobota niedziela pondeli utery streda ctvrtek patek nedele
ponedjeljak utorak srijeda cetvrtak petak subota nedjelja luni marti miercuri joi vineri sambata duminica
maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai
понедельник вторник среда четверг пятница суббота воскресенье понеділок вівторок середа четвер субота неділя
δευτερα τριτη τεταρτη πεμπτη παρασκευη σαββατο κυριακη
пн вт ср чт пт сб вс нд
"""
_WEEKDAYS = frozenset(_WEEKDAY_NAMES.split())


def plain(word: str) -> str:
    """Lower case without accents, so that `Février` and `FEVRIER` are one word; Cyrillic letters keep theirs."""
    if word.isascii():
        return word.lower()
    folded = word.casefold().replace("ł", "l").replace("ı", "i").replace("đ", "d").replace("ø", "o")
    if not any("à" <= char <= "ſ" or "Ͱ" <= char <= "Ͽ" or "Ḁ" <= char <= "ỿ" for char in folded):
        return folded
    return "".join(char for char in unicodedata.normalize("NFD", folded) if not unicodedata.combining(char))


def _table() -> dict[str, int]:
    months: dict[str, int] = {}
    for language in _NAMES.strip().splitlines():
        for number, names in enumerate(language.split("|"), start=1):
            for name in names.split():
                months.setdefault(name, number)
    # Polish `listopad` is November, Croatian and old Czech forms of October are not read.
    return months


_MONTHS = _table()


def month_number(word: str) -> int | None:
    """1 to 12 for a month's name or its usual short form in any known language, else None.

    Capitals stand at its beginning or throughout: `MaI` is no month.
    """
    if word[1:] != word[1:].lower() and word != word.upper():
        return None
    return _MONTHS.get(plain(word))


def is_weekday(word: str) -> bool:
    """Whether a word is a weekday's name or its usual short form in any known language."""
    return plain(word) in _WEEKDAYS
