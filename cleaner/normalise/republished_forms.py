"""How the sentences begin that say whose story a page carries over, in the languages of the press."""

from __future__ import annotations

import re

# How each of the forms below begins: most lines are done with after these letters.
OPENINGS = re.compile(
    r"[\s*(（\[—–•-]{0,4}(?:th(?:is|e)\s|it\s|orig|first|previously|re-?p|syndicated|excerpted|materials?\s"
    r"|content\s|provided|read\sth|cross-?p|diese|de[rn]n?"
    r"|die\s|arti[ck]|beitrag|text|bericht|komm|interview|essay|post|zu(?:erst|nächst)|ursp|erst|cet|l[’']article"
    r"|initi|d[’']abord|à\sl"
    r"|publ|parue?\s|est[ea]\s|el\s|la\s|[oa]\s|questo|il\s|l[’']|pubbl|inizi|dit\s|het\s|tekst|mater|artyk|эта"
    r"|стат|мате|текст|впер|запис|сообщ|переп|перед|впер|το\sάρθρ|αναδημ"
    r"|übern|wir\s|nachdr|repri|republ|texte\s|tribune\s|toma|repro|quest|dit|overg|przedr|p[řr]evz|člán|přísp"
    r"|prev?z|prel|acest|juttu|inläg|innl|indl|mat[ée]ria|reporta|artí|nota\s|artíc|tulis|berit"
    r"|изна|перв|опуб|本文|文章|内容|內容|稿件|系?[转轉]|原[载載]|首发|نقلا)", re.IGNORECASE,
)  # fmt: skip
# The first four letters of the first word of those of plain letters, and the signs before them that tell nothing.
BEGINNINGS = frozenset(
    {
        "a", "aces", "arti", "arty", "az", "beit", "beri", "cet", "cett", "cont", "cros", "d'ab", "den", "denn",
        "der", "die", "dies", "dit", "el", "erst", "essa", "esta", "este", "exce", "firs", "het", "il", "indl",
        "init", "iniz", "innl", "inte", "it", "jutt", "komm", "l'ar", "la", "mate", "nach", "nota", "o", "orig",
        "over", "paru", "post", "prel", "prev", "prov", "prze", "pubb", "publ", "ques", "re-p", "read", "repo",
        "repr", "repu", "se", "synd", "teks", "text", "the", "this", "toma", "trib", "tuli", "ursp", "wir", "zuer",
    }
)  # fmt: skip
SIGNS_BEFORE = " \t\n\xa0\u3000*(（[—–•-"
STEMS = (
    " ran at", " ran in", " ran on", "achdruck", "apare prima", "bejegyzés", "bragt i", "dgivet", "disiarkan",
    "dukket først", "dök först", "epris", "eproduced", "eproduit", "eproduzid", "epubli", "epubliceerd", "ernommen",
    "erscheen", "eröffentlicht", "ipubblicat", "julkaistiin", "objevil", "ochodzi z", "omado de", "parece",
    "pareceu", "pareció", "paru", "pochází", "posted", "ppeared", "reluat", "reported", "revzat", "riginal article",
    "riginal post", "riginal story", "riginal version", "rinted", "roduced", "rovided by", "roviene da", "rschien",
    "rzedruk", "tammt", "tayang", "terbit", "ubblicat", "ublicad", "ublicera", "ubliceret", "ublicó", "ublikowan",
    "ublisert", "ublish", "ublié", "ukazał", "vergenomen", "verschenen", "xcerpted", "yndicated", "übernehmen",
    "řevzat", "δημοσίευσ", "εμφανίστηκε", "друк", "печата", "появил", "публикован", "публік", "نقلا", "原載", "原载",
    "轉自", "轉載", "轉载", "转自", "转載", "转载", "首发于",
)  # fmt: skip
_EN = r"(?:article|story|post|piece|report|column|interview|essay|commentary|op-ed|review|excerpt|content|item)"
FORMS = re.compile(
    "|".join(
        (
            # How English pages carry a text on, and where a longer one stood.
            rf"a (?:\w{{4,10}} )?version of (?:this|the) {_EN} (?:(?:was|has been) )?(?:also )?"
            r"(?:originally |first |previously )?"
            r"(?:published|appeared|ran|posted) (?:by|in|on|at)",
            rf"(?:(?:this|the) {_EN} )?(?:(?:was|is|has been) )?(?:re-?posted|cross-?posted|reproduced) (?:here )?"
            r"(?:(?:by|with) (?:kind )?permission )?(?:from|of|courtesy of)",
            r"th(?:is|e) (?:story|article|piece) (?:was|is) (?:originally |first )?produced by",
            rf"(?:th(?:is|e) {_EN} )?(?:originally|first|previously) ran (?:in|on|at)",
            r"read the original (?:article|story|post|version) (?:on|at|in|from)",
            # French, Spanish, Portuguese, Italian
            r"(?:cet article (?:est|a été) |article |texte |tribune )?(?:re-?publiée?|reprise?|reproduite?)"
            r" (?:à partir )?(?:de|du|depuis)(?: la revue| le site| site| journal)?",
            r"(?:cet(?:te)? (?:article|texte|tribune|entretien) (?:est|a été) |(?:article|texte|tribune) )"
            r"(?:publiée?|parue?) (?:dans|sur|par)",
            r"(?:est[ea] (?:artículo|nota|texto) )?(?:se republica|(?:ha sido |fue )?(?:republicad[oa]|tomad[oa]"
            r"|reproducid[oa]))(?: con (?:el )?permiso)? (?:de|desde|del)(?:\s?:)?",
            r"(?:est[ea] (?:artigo|texto|matéria|reportagem) (?:foi )?)?(?:republicad[oa]|reproduzid[oa])"
            r"(?: com permissão)? (?:de|do|da)",
            r"(?:(?:artigo|texto|matéria|reportagem|artículo|nota) )?publicad[oa] (?:originalmente|inicialmente)"
            r" (?:em|no|na|por|pelo|pela|en)(?: (?:site|blog|jornal|portal|revista|el portal|la revista))?",
            r"(?:questo articolo (?:è|è stato) )(?:tradotto e )?(?:ripubblicato|ripreso|tratto) d(?:a|al|alla|all[’'])",
            r"articolo (?:tratto da|ripubblicato da|pubblicato (?:originariamente|originalmente) su|ripreso da)",
            # German, Dutch
            r"(?:wir übernehmen diese[nm]? (?:artikel|beitrag|text) (?:von|aus)|übernommen (?:von|aus)|nachdruck aus)"
            r"(?: de[rm])?",
            r"diese[rs]? (?:artikel|beitrag|text|interview) (?:stammt|(?:wurde|ist|haben wir)(?=.{5,80} übernommen))"
            r" (?:aus|von|vom)(?: de[rm])?",
            r"erst(?:veröffentlichung|abdruck)(?:\s?:)?(?: (?:in|auf|bei)(?: de[rm])?)?",
            r"erstmals erschienen (?:in|auf|bei):",
            r"(?:dit (?:artikel|stuk|verhaal|bericht) (?:is|werd|wordt) )?(?:oorspronkelijk |eerder |eerst )?"
            r"(?:overgenomen|gepubliceerd|verschenen) (?:van|uit|door|in|op|bij)",
            # Polish, Czech, Slovak, Romanian, Hungarian
            r"artykuł .{2,150}pochodzi z (?:serwisu|portalu|witryny)",
            r"artykuł pochodzi z (?:serwisu|portalu)|przedruk z[ea]?(?:\s?:)?",
            r"(?:p[řr]evzat[oé] z[eo]?|příspěvek .{2,150} pochází z|článek .{2,150} se nejdříve objevil na)(?:\s?:)?",
            r"articolul .{2,150} apare prima dată (?:în|pe)|preluat (?:de pe|din|după|de la)(?:\s?:)?",
            r"az? .{2,150} bejegyzés először",
            # The Nordic languages and Finnish
            r"inlägget .{2,150} dök först upp på|innlegget .{2,150} dukket først opp på",
            r"indlægget .{2,150} (?:blev først udgivet|dukkede først op) på",
            r"(?:artikeln |denne artikel |artiklen |artikkelen )(?:blev|ble) først (?:bragt|publiceret|trykt) (?:i|på)",
            r"artikkeli .{2,150} julkaistiin ensimmäisen kerran",
            # Russian, Ukrainian, Greek
            r"запись .{2,150} впервые появилась(?: на| в)?|сообщение .{2,150} появил(?:и|о)сь сначала на",
            r"(?:(?:эта )?(?:статья|материал|текст) )?(?:впервые )?(?:была? )?опубликован[аоы]? "
            r"(?:на (?:сайте|портале)|в (?:газете|журнале|издании))",
            r"вперше опубліковано (?:на|в|у)|пере(?:печатано|печатка|друк) (?:из|с|з|из газеты)(?:\s?:)?",
            r"το άρθρο .{2,150} εμφανίστηκε πρώτα στ(?:ο|η|ον|ην)|αναδημοσίευση από(?: τ[οη]ν?)?(?:\s?:)?",
            # Indonesian and Malay
            r"(?:artikel|berita|tulisan) ini (?:telah |sudah |pernah |awalnya |sebelumnya |pertama kali )*"
            r"(?:tayang|terbit|dimuat|diterbitkan|dipublikasikan|ditayangkan|disiarkan)(?: pertama kali)? "
            r"(?:di|oleh|pada|dalam)",
            # English; WordPress closes feeds with `The post … appeared first on …`
            rf"(?:(?:this|the) {_EN} |it )?(?:(?:was|is|has been) )?(?:originally|first|previously) "
            r"(?:published|appeared|posted|reported|printed) (?:by|in|on|at|with)",
            r"the post .{2,150} (?:appeared first on|first appeared on)",
            rf"(?:(?:this|the) {_EN} )?(?:(?:was|is|has been) )?(?:re-?published|re-?printed|syndicated"
            rf"|excerpted) (?:here )?"
            r"(?:(?:by|with) (?:kind )?permission )?(?:from|of|by|courtesy of)",
            rf"(?:(?:this|the) {_EN} )?(?:(?:was|is) )?(?:materials? |content )?provided by",
            # German
            r"(?:(?:dieser?|der|die) )?(?:artikel|beitrag|text|bericht|kommentar|interview|essay"
            r"|post)(?: .{2,150})? erschien "
            r"(?:zuerst|zunächst|ursprünglich|erstmals)(?: am .{4,20})? (?:bei|in|im|auf)(?: de[rm])?",
            r"(?:(?:(?:dieser?|der|die) )?(?:artikel|beitrag|text|bericht|kommentar|interview|essay) (?:ist|wurde) )?"
            r"(?:zuerst|zunächst|ursprünglich|erstmals) (?:erschienen |veröffentlicht )?(?:bei|in|im|auf"
            r"|von)(?: de[rm])?",
            # French, Spanish, Portuguese, Italian
            r"(?:(?:cet|l[’'])\s?article .{0,150}|cette tribune .{0,20})?(?:initialement |d[’']abord "
            r"|à l[’']origine )?"
            r"(?:publié|parue?)e?(?: initialement| d[’']abord| à l[’']origine| en premier) (?:par|dans|sur|en)",
            r"(?:cet article (?:est|a été) )?(?:initialement|d[’']abord|à l[’']origine) (?:publiée?"
            r"|parue?) (?:par|dans|sur)",
            r"(?:l[’']article|cet article) .{2,150} est apparu en premier sur",
            r"(?:(?:este|esta|el|la) (?:artículo|nota|texto|historia|reportaje|columna) (?:fue "
            r"|se )?)?(?:publicad[oa] originalmente"
            r"|originalmente publicad[oa]|publicó originalmente|publicad[oa] por primera vez) (?:en|por)",
            r"la entrada .{2,150} (?:se publicó primero|aparece primero|apareció primero) en",
            r"(?:(?:este|esta|o|a) (?:artigo|texto|matéria|reportagem|notícia"
            r"|coluna) (?:foi )?)?(?:publicad[oa] originalmente"
            r"|originalmente publicad[oa]|publicad[oa] primeiro|publicad[oa] inicialmente) (?:em|no|na|por|pelo"
            r"|pela)",
            r"o post .{2,150} (?:apareceu primeiro|foi publicado primeiro) (?:em|no|na)",
            r"(?:(?:questo|l[’']|il) ?(?:articolo|testo|pezzo) (?:è stato )?)?(?:pubblicato (?:originariamente"
            r"|originalmente|inizialmente"
            r"|per la prima volta)|(?:originariamente|originalmente|inizialmente) pubblicato) (?:su|sul|in|da"
            r"|dal|nel)",
            r"l[’']articolo .{2,150} proviene da",
            # Dutch, Polish, the Nordic languages, Russian
            r"dit (?:artikel|stuk|verhaal|bericht) (?:is |verscheen )(?:eerder |oorspronkelijk "
            r"|eerst )(?:verschenen |gepubliceerd )?"
            r"(?:in|op|bij|door)",
            r"het bericht .{2,150} verscheen eerst op",
            r"(?:artykuł|tekst|materiał) (?:został )?(?:pierwotnie )?(?:opublikowany"
            r"|ukazał się)(?: pierwotnie)? (?:w|na|przez)",
            r"(?:den här |denne |denna )?(?:artikeln?|artikkelen|artiklen) (?:är |er |ble |blev "
            r"|har )?(?:publicerades |tidligere )?"
            r"(?:först|ursprungligen|først|opprindeligt|opprinnelig) (?:publicerad |publisert |publiceret "
            r"|publicerades )?(?:i|på|av|af)",
            r"(?:(?:эта )?(?:статья|материал|текст) )?(?:впервые |изначально "
            r"|первоначально )(?:была? )?опубликован[оа]? (?:в|на)",
            # Chinese, Arabic
            r"(?:（|\()?(?:本文|文章|内容|內容|稿件)?(?:系)?(?:转载自|轉載自|转自|轉自|转载于|转载|原载于|原載於|原载|首发于)\s?[:：]?"
            r"(?:(?:微信)?公(?:众|眾)[号號]\s?[:：]?\s?)?",
            r"نقلا[ً]? عن",
        )
    ),
    re.IGNORECASE,
)
