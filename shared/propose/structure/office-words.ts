/** What office papers say where, in English and French, as patterns over one line: tables that the rules read. */

/** “Mr”, “Sir”, “M.”: what stands before a name. */
export const TITLE =
  /^(?:The )?(?:Rt\.? Hon\.? (?:the )?)?(?:(?:Right|Most) (?:Honourable|Reverend) )?(?:Mr|Mrs|Miss|Ms|Messrs|Dr|Sir|Dame|Lord|Lady|Prof(?:essor)?|Ambassador|General|Gen|Brigadier|Brig|Major|Maj|Captain|Capt|Colonel|Col|Lt|Lieutenant|Admiral|Adm|Commander|Cdr|Wing|Group|Air|Viscount|Baroness|Rev|Canon|Bishop|Senator|Judge|Hon|Monsieur|Madame|Mademoiselle|Mme|Mlle|Herr|Frau|Se[nñ]or|MM?(?=\. \p{Lu}))\b\.?/u

/** “Esq”, “KCMG”: what stands after one. */
export const AFTER_NAME =
  /,?\s(?:Esq(?:uire)?|[KDG]?C[MBV][GOE]|[KG]CMG|K?CB|[KDCOM]BE|MP|PC|QC|Q\.C|M\.P|C\.M\.G|K\.C\.\w\.\w|C\.B(?:\.E)?|O\.B\.E|M\.B\.E|M\.C|D\.S\.O|Jr|Sr|F\.?R\.?S|Ph\.?D|M\.?A|FRS|JP|TD|RN|USA|USN)\b\.?/u

/** One word of a person's name: an initial, several, or a name. */
export const NAME_WORD =
  /^(?:\p{Lu}\.?|(?:\p{Lu}\.){1,5}|\p{Lu}{1,4}\.?|\p{Lu}[’'`]\p{Lu}?[\p{L}.]*|\p{Lu}\p{Ll}+(?:-\p{Lu}?\p{Ll}+)*|Ma?c\p{Lu}\p{Ll}+|\p{Lu}{2,}(?:[’'-]\p{Lu}+)*|d[eu]|von|van|der|la|le|of|St\.?)$/u

/** An office that a person holds. */
export const OFFICE =
  /\b(?:(?:Private|Parliamentary|Principal|Assistant|Under|Deputy|Permanent|First|Second|Third|Foreign|Home|Cabinet|General|Honorary|Hon\.?|Executive|Company|Personal|Social|Labour|Press|Chief|Joint|District|Branch|Regional|Area|National|Town|Acting|Financial|Economic)[ -]+)*(?:Secretary|Secretaries|Under-?Secretary|Minister|Ambassador|Counsellor|Consul(?:-General)?|Attaché|Chairman|Chairwoman|President|Vice-President|Director(?:-General| General)?|Managing Director|Treasurer|Registrar|Librarian|Archivist|Head of|Chief|Chancellor|Vice-Chancellor|Bursar|Warden|Provost|Dean|Master of|Professor|Lecturer|Commissioner|Governor|Controller|Comptroller|Manager|Officer|Adviser|Advisor|Assistant|Clerk|Engineer|Superintendent|Inspector|Editor|Organiser|Solicitor|Treasury Solicitor|Attorney|Delegate|Representative|Chargé d['’]Affaires|Charge d['’]Affaires|High Commissioner|Lord Privy Seal|Paymaster|Comptroller|Postmaster|Superintendent|Curator|Surveyor|Accountant|Auditor|Convener|Le Directeur|Directeur|Le Ministre|Ministre|Le Secrétaire|Secrétaire|Ambassadeur|Le Préfet|Préfet|Le Président|Président|Chef de|Conseiller|Consul|Sous-directeur|Attaché)\b/u

/** The name of a house, ministry, firm or body, as a letterhead prints it. */
export const BODY =
  /(?:\b(?:Office|Ministry|Minist[eè]re|Department|D[ée]partement|Department of|Treasury|Treasury Chambers|Board of|Embassy|Ambassade|Consulate|Consulat|High Commission|Legation|Delegation|D[ée]l[ée]gation|Mission|House of (?:Commons|Lords)|University|Universit[ée]|College|School|Institute|Institut|Institution|Society|Soci[ée]t[ée]|Association|Academy|Acad[ée]mie|Museum|Mus[ée]e|Library|Biblioth[èe]que|Archives?|Council|Conseil|Committee|Commission|Commissariat|Corporation|Company|Compagnie|Limited|Ltd|Inc|plc|PLC|Union|Federation|F[ée]d[ée]ration|Trust|Foundation|Authority|Agency|Bank|Banque|Press|Laborator(?:y|ies)|Laboratoire|Works|Hospital|Headquarters|White House|Division|Bureau|Registry|Secretariat|Secr[ée]tariat|Pr[ée]fecture|Direction|R[ée]publique|Republic|Church|Chambers|Parliament|Whitehall Secretariat|Regiment|Command)\b)/iu

export const STREET =
  /(?:\b\d+[a-z]?,? (?:\p{Lu}[\p{L}’'.-]* ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Square|Sq|Lane|Place|Gardens|Gate|Terrace|Row|Crescent|Drive|Way|Court|Park|Hill|Close|Walk|Yard|Embankment|Buildings)\b|\bDowning St(?:reet)?\b|\bWhitehall\b|\b(?:rue|quai|avenue|boulevard|place) (?:de |du |des |d['’])?\p{Lu}|\bP\.? ?O\.? Box\b|\b(?:Street|Road|Square|Avenue|Lane|Embankment|Terrace|Crescent|Buildings),?(?: \p{Lu}|$))/iu

/** A postcode, a postal district, a ZIP code. */
export const POSTCODE =
  /(?:\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\b[NSEW]{1,2}\.? ?[CW]?\.? ?\d{1,2}\b\.?$|\b[SW]\.?W\.?1A?\b|\b[A-Z]{2} \d{5}\b|\b[EW]\.?C\.?\d\b|\b\d{5} [A-Z]\p{L}+|D\.?C\.?(?: \d{5})?$)/u

export const TELEPHONE =
  /^(?:tel(?:ephone|ex|egrams?|egraphic(?: address)?)?|t[ée]l(?:[ée]phone|[ée]x)?|phone|fax|cables?|direct (?:line|dialling)|switchboard|ext(?:ension)?)\b\.?\s*(?:no\.?)?\s*:?/iu

/** Towns that a letterhead or an address ends in. Any other is known by what stands around it. */
export const TOWN =
  /^(?:London|Paris|Bonn|Washington(?:,? D\.?C\.?)?|New York(?:,? N\.?Y\.?)?|Moscow|Brussels|Bruxelles|Rome|Geneva|Gen[èe]ve|Vienna|Madrid|Lisbon|Berlin|Ottawa|Canberra|Delhi|New Delhi|Cairo|Tokyo|Peking|Beijing|Edinburgh|Glasgow|Cardiff|Belfast|Dublin|Manchester|Birmingham|Liverpool|Leeds|Sheffield|Bristol|Oxford|Cambridge|Hull|Nottingham|Newcastle|Lyon|Marseille|Strasbourg|Boston|Chicago|Stockholm|Oslo|Copenhagen|Helsinki|Warsaw|Prague|Budapest|Athens|Ankara|The Hague|Luxembourg|Nairobi|Lagos|Accra|Pretoria|Singapore|Hong Kong)\b/u

export const SALUTATION =
  /^(?:my )?(?:dear(?:est)?\b|sirs?[,:]$|madam[,:]$|gentlemen[,:]$|(?:your )?excellency[,:]$|your (?:majesty|grace|lordship)\b|(?:mon |ma |mes )?ch[eè]re?s?\b|monsieur\b.{0,60},$|madame\b.{0,60},$|messieurs,$|mon (?:général|colonel|cher)\b|sehr geehrte|lieber\b|liebe\b)/iu

export const CLOSE =
  /^(?:(?:i am|i remain|we are|believe me|and am|with)[, ].{0,40})?\b(?:your(?:s|'s)? (?:ever|sincerely|faithfully|truly|very truly|affectionately|aye|etc|obedient|fraternally|respectfully|cordially|own|always|in haste|as ever)|(?:very |most )?(?:sincerely|truly|faithfully|respectfully|cordially|fraternally)(?: yours)?|as ever|(?:with )?(?:(?:all|best|kind|kindest|warm|warmest|many|very best) )+(?:wishes|regards)|regards|love|ever yours|you(?:r|rs)? (?:most )?(?:humble |obedient |faithful )+servants?|veuillez (?:agréer|croire|recevoir)|je vous prie d['’]agréer|(?:bien )?(?:cordialement|amicalement|amitiés)|bien à (?:vous|toi)|croyez|recevez,?|amicales? |sentiments |respectfully submitted|obediently yours)\b/iu

export const COPIES =
  /^(?:b?\.?c\.? ?c\.?\b\.?|copy (?:to|for)\b|copies (?:to|for|also to)?\b.{0,6}:?|copied to|cc:|c\.c\.|blind copy|copie[s]? (?:à|pour|:)|ampliation|distribution ?:|circulation ?:|copy ?:)/iu

export const COPIES_PARAGRAPH =
  /\b(?:(?:am|are|is) (?:also )?(?:sending|copying|being copied|copied|sent)\b.{0,30}(?:cop(?:y|ies)\b|\bthis\b|\bto\b)|(?:am|are) (?:also )?cop[yvi]{1,2}ng (?:this|it)|cop(?:y|ies) (?:of this (?:letter|minute|note|memorandum|message|submission|paper)?(?: and (?:its )?(?:enclosures?|attachments?))?|also) (?:(?:is|are) )?(?:going|go|goes|being sent|have gone|sent|for|to|have been sent)|this (?:letter|minute|note) (?:is|goes)(?: being)? cop(?:ied|y)|j['’](?:adresse|envoie) (?:une )?copie|une copie de (?:la présente|cette))/iu

export const ENCLOSURE =
  /^(?:\d+ )?(?:enc(?:l|ls|s)?\b\.?|enclosures?\b|enclosed:|encl\.|att(?:ach(?:ment|ed)?s?)?\b\.?\s*(?:\(?\d|:|$)|attachments?\b|annex(?:es)?:|p\.? ?j\.? ?[:(\d]|pi[èe]ces? jointes?\b)/iu

export const POSTSCRIPT = /^p\.? ?-? ?s\.(?:\s|:|$)|^ps[:. ]\s*\p{Lu}|^p\.p\.s\.?|^PPS[:. ] ?\p{Lu}\p{Ll}/iu

export const OUR_REFERENCE =
  /^(?:our|my|n(?:os|otre)?) ?\/? ?(?:ref(?:erence|s)?|r[ée]f(?:[ée]rences?)?)\b|^n\/r[ée]f|^(?:ref(?:erence)?|r[ée]f(?:[ée]rence)?)\s?(?:no)?\s?[.:]|^in (?:any )?reply,? (?:please )?(?:quote|refer)|^please quote/iu
export const YOUR_REFERENCE = /^(?:your|v(?:os|otre)?) ?\/? ?(?:ref(?:erence|s)?|r[ée]f(?:[ée]rences?)?)\b|^v\/r[ée]f/iu
export const FILE_REFERENCE =
  /^(?:file|registry|reg\.|dossier|folder|jacket)(?:\s+(?:no|number|ref(?:erence)?|n°)\b)?\.?\s*[:.]?\s*(?=\S*\d)[\p{L}\d]/iu

export const DOCUMENT_TITLE =
  /^(?:(?:draft )?(?:aide[- ]?m[ée]moire|memorandum|memo|minute|minutes|note|file note|briefing note|brief|background note|speaking note|speaking notes|press notice|press release|record|summary record|report|agenda|conclusions|statement|circular|submission|statement|telegram|compte[- ]rendu|(?:draft )?(?:letter|message|reply|answer|speech|telegram|statement|minute)|list|copy|speaking points?|talking points?|proc[èe]s-verbal|note de service|note pour|communiqu[ée])\b(?:$|:$| (?:for the record|for record|for (?:the )?(?:files?|ministers?|registry)|to (?:the )?\p{L}+|by the\b.*|of (?:a |the )?(?:conversation|meeting|discussion|talk|call|visit|telephone|proceedings)\b.*|on\b.*|pour\b.*|du\b.*|of\b.*|from\b.*|: ?.*| : .*))|conclusions of a meeting|record of (?:a )?(?:conversation|meeting|discussion|telephone)|minutes of (?:the |a |an )?.*meeting|note for the record|note of (?:a )?(?:meeting|conversation))/iu

export const SUBJECT = /^(?:subject|subj|re|objet|sujet|o\/)\s*[.:]\s*\S|^re\s+\p{Lu}/iu

export const TO_LINE =
  /^(?:to|for|attention|attn|for the attention of|à|pour|destinataire)\s*:\s*\S|^(?:for the )?attention (?:of )?\p{Lu}/iu
export const FROM_LINE = /^(?:from|de|exp[ée]diteur)\s*:\s*\S/iu
export const THROUGH_LINE = /^(?:through|via|s\/c|thro'?)\s*:\s*\S/iu

/** Archive’s own. */
export const REPRODUCTION =
  /(?:crown copyright|reproduced (?:from|by|at)|national archives|public record office|please note that this copy|copyright.{0,20}reproduced|may not be reproduced|subject to the national archives|digitised by|archives nationales.{0,20}reproduction|scanned (?:by|at))/iu
export const RELEASE =
  /(?:^declassified\b|declassified (?:in|by|under|e\.?o)|\bauthority\s+nnd|^nnd ?\d|^nara\b|sanitized copy|approved for release|released (?:under|in full|in part)|downgraded (?:to|by)|^(?:closed|retained) (?:under|until)|retained under section|public records act|^e\.?o\.? ?1\d{4}.{0,20}sec|^d[ée]classifi)/iu
export const RECEIVED = /^(?:received|recd|rec'd|reçu|re[cç]u le|arriv[ée]e?|date received|registered|entered)\b.{0,50}$/iu
export const FORM =
  /(?:\.{6,}|_{4,}|(?:…\s?){2,}|^form (?:no\.? ?)?[A-Z]?\.?\s?\d|^\(?(?:please|to be) (?:complete|completed|tick|delete|return)|delete (?:as|where|whichever)|^printed for the|^it is requested that special care|for official use|^surname|^date of birth|^nom et pr[ée]noms?\b.{0,3}:|\bH\.?M\.?S\.?O\.?\b|^registry use|^cette? (?:document|copie) )/iu
