/** Words of office papers that general dictionaries lack or rarely have. Small letters. */
export const OFFICE_WORDS: ReadonlySet<string> = words(`
  esq telno telnos telegram telegrams deskby saving rpt infm tel ref refs encl enc encs flag tab minuted minuting docketed registry jacket folio
  pps psa aide-memoire memoire démarche demarche démarches demarches communiqué communique communiqués rapprochement détente detente chargé charge attaché
  attache attachés entente coup tête vis ad hoc interim inter alia prima facie ultra vires modus vivendi status quo per annum pro rata
  viz ie eg etc cf ibid op cit nb ps pp cc bcc asap rsvp tba sgd
  ministerial interdepartmental departmental intergovernmental bilaterals bilateral multilaterals tripartite quadripartite quadrilateral
  downgraded declassified declassify demi-official whitehall quango quangos backbench backbencher backbenchers frontbench hansard
  programme programmes organise organised organisation organisations realise realised recognise recognised emphasise emphasised
  labour favour honour behaviour colour neighbour centre metre theatre defence offence licence licences practise cheque cheques
  despatch despatches despatched connexion connexions inflexion reflexion gaol gaols shew shewn shews waggon waggons grey draught draughts
  propagandistic revanchist rapprochements communiques demarched détentes intransigeance
  judgement judgements acknowledgement enquire enquires enquired enquiry enquiries learnt spelt whilst amongst towards forwards
  sterling pence guinea guineas shilling shillings cwt tons tonnes ton tonne lb lbs oz doz gns
  exocet polaris trident nimrod harrier vulcan phantom tornado cruise pershing warhead warheads
  deterrence disarmament verification ceasefire cease-fire junta politburo rouble roubles zloty deutschmark deutschmarks lire pesetas drachma drachmae
  hostilities belligerents neutrals condominium suzerainty protectorate dependency dependencies
  ballpark timetable briefings debrief debriefed debriefing readout line-to-take fallback paper-clip
  photocopy photocopies photostat typescript typist typists stencil stencilled cyclostyled carbon carbons
  registrar bursar provost dean vice-chancellor chancellor emeritus lectureship readership studentship
  stoppage stoppages lockout picketing pickets picket secondary shopfloor shop-floor payslip overtime arbitrator arbitrators conciliation
  memoranda memorandum addendum addenda corrigendum corrigenda errata quorum agenda minute minutes
  colloquium symposium plenary plenaries caucus rapporteur rapporteurs
  chequers westminster whitehall
  kt cbe kcmg gcmg cmg kcb cb obe mbe mp mps qc hm hmg dsc dso mc vc
  shd wd cd pse pls yr yrs wh wk wks govt dept depts cttee cmtee mtg agst bn ld nt bc mcs hrs mins secs approx incl encl misc memo memos
  jan feb mar apr aug sept oct nov dec mon tue tues wed thu thurs fri sat sun inst ult prox asst sec secy chmn ald cllr regt coy cpl sgt pte capt lieut
  noone everyones inst mss ms ff seq dist supt insp engr mgr acct accts amt recd fwd ack
  i ii iii iv v vi vii viii ix x xi xii xiii xiv xv
`)

/** Names and places that stand in public papers of the century. Small letters; they count with a capital only. */
export const OFFICE_NAMES: ReadonlySet<string> = words(`
  carrington pym howe thatcher whitelaw heseltine nott prior tebbit lawson jenkin biffen gilmour soames hailsham walker younger heath wilson
  callaghan healey jenkins crosland owen benn foot castle macmillan eden butler home maudling macleod attlee bevin cripps morrison gaitskell
  churchill gordon-walker stewart brown shore varley rees joseph ridley parkinson brittan hurd clark baker clarke fowler channon cockfield
  palliser acland armstrong coles alexander pattison lankester whitmore butler ingham gow hoskyns walters wolfson stephens
  shultz haig reagan carter kissinger nixon ford vance brzezinski muskie weinberger kirkpatrick baker bush mondale eisenhower dulles kennedy
  truman acheson rusk johnson mcnamara rogers haldeman buckley hartman
  gromyko brezhnev andropov chernenko gorbachev kosygin khrushchev molotov stalin ustinov podgorny suslov shevardnadze dobrynin
  schmidt genscher kohl brandt adenauer erhard strauss scheel honecker ulbricht mitterrand giscard estaing pompidou cheysson mauroy barre
  pompidou couve murville gaulle schuman monnet mendès andreotti cossiga spadolini forlani fanfani craxi moro tito ceausescu kadar husak
  jaruzelski walesa gierek kania dubcek nasser sadat mubarak begin sharon peres shamir dayan meir arafat hussein khalid fahd assad saddam
  khomeini bazargan mossadeq nehru gandhi desai zia bhutto ayub mugabe nkomo smith muzorewa kaunda nyerere obote amin banda kenyatta
  botha vorster verwoerd trudeau fraser whitlam menzies muldoon galtieri costa mendez haughey fitzgerald lynch lemass paisley
  thorn jenkins ortoli davignon tugendhat gundelach
  falklands falkland malvinas argentina argentine argentinian buenos aires stanley goose darwin georgia ascension gibraltar cyprus malta aden
  suez sinai gaza golan jordan lebanon beirut damascus amman riyadh jeddah bahrain qatar oman muscat kuwait abu dhabi dubai tehran kabul
  islamabad karachi delhi calcutta bombay madras dacca dhaka colombo rangoon bangkok saigon hanoi peking beijing canton hong kong kowloon
  taipei tokyo seoul manila jakarta singapore kuala lumpur canberra sydney melbourne wellington auckland ottawa montreal quebec toronto
  washington york philadelphia chicago boston moscow leningrad kiev warsaw gdansk prague budapest bucharest sofia belgrade zagreb tirana
  athens ankara istanbul nicosia rome milan turin madrid barcelona lisbon paris strasbourg lyon marseilles brussels hague luxembourg bonn berlin
  hamburg munich frankfurt vienna geneva berne zurich copenhagen oslo stockholm helsinki reykjavik dublin belfast stormont edinburgh glasgow
  aberdeen cardiff swansea manchester liverpool birmingham leeds sheffield bristol newcastle nottingham leicester coventry hull southampton
  portsmouth plymouth exeter norwich cambridge oxford reading brighton dover folkestone harwich felixstowe
  pretoria johannesburg cape durban salisbury harare bulawayo lusaka lilongwe nairobi kampala dar salaam lagos accra freetown khartoum cairo
  alexandria tripoli tunis algiers rabat addis ababa mogadishu windhoek namibia angola luanda mozambique maputo zaire kinshasa zambia zimbabwe
  rhodesia botswana lesotho swaziland tanzania uganda kenya malawi nigeria ghana sudan ethiopia somalia egypt libya algeria morocco tunisia
  lima bogota caracas santiago montevideo brasilia quito panama havana kingston nassau belize guatemala peru chile brazil uruguay venezuela
  colombia ecuador bolivia mexico cuba jamaica trinidad tobago barbados grenada guyana
  chequers whitehall westminster downing marsham millbank lambeth kew aldermaston faslane greenham sellafield windscale
  fontainebleau elysée elysee matignon quai orsay bundestag bundesbank bundeswehr bundesrat kremlin pentagon capitol
  warsaw pact helsinki madrid cocom comecon ostpolitik
  elizabeth philip charles george edward henry william robert richard thomas james john peter paul michael david andrew anthony antony
  francis frank frederick geoffrey gerald gordon graham harold hugh ian jack jeremy julian keith kenneth leslie malcolm margaret martin
  maurice nicholas nigel norman oliver patrick percy ralph reginald roger ronald roy rupert samuel sidney simon stephen stuart terence
  timothy victor walter alan albert alec alexander alfred alistair allan archibald arnold arthur barbara basil bernard brian bruce cecil
  christopher clive colin cyril denis derek donald douglas duncan dorothy eric ernest evelyn felix
  alice ann anne audrey beatrice catherine caroline charlotte diana edith eileen elaine eleanor ellen emily emma florence grace
  helen irene jane janet jean jennifer joan joyce judith julia kathleen lucy mary marion marjorie mildred muriel nancy nora olive pamela
  patricia peggy phyllis rachel rose ruth sarah sheila shirley susan sylvia ursula vera victoria violet winifred
  johnston robertson thomson campbell anderson macdonald mackenzie ross davies evans hughes lewis morgan griffiths edwards
  taylor wright walker robinson thompson white watson harrison cooper ward morris harris turner parker collins bennett cook bailey
  shaw simpson marshall ellis foster chapman webb gibson hunt palmer holmes mills barnes knight butler russell fisher rogers fox
  stevens reynolds wallace hamilton hudson spencer gardner payne pearce hart dixon harvey wells bradley barker lloyd carr
  pritchard prescott whitaker whittaker hargreaves ashworth bridges brook trend normanbrook hunt cartledge wiggins
  henderson nairne nicholls ryrie wass hennessy franks plowden rayner bancroft cassels moser maitland frank cairncross
`)

/** Abbreviations in capitals that are no words: they are right as they stand. */
export const ABBREVIATIONS: ReadonlySet<string> = new Set(
  `OD MISC NATO EEC EC UN UNO UNGA USA UK USSR FCO MOD DHSS DTI DES DOE MAFF HMG HMT HMSO TUC CBI NUM NUR TGWU AUEW NUT NUPE BBC ITV IRA RUC
  TNF INF START SALT CSCE MBFR IAEA IMF OECD GATT CAP EMS SDR GDP GNP PSBR PESC MTFS CIA FBI KGB NSC JIC COBR CPRS CPSU SPD CDU CSU FDP PCF PCI
  PLO OPEC OAS OAU ANC SWAPO ZANU ZAPU DUP SDLP SNP MP MPS QC CB CMG KCMG GCMG KCB CBE OBE MBE DSO MC PS PPS PUS PUSD APS AUS DUS CGS CDS CNS CAS
  WED EED NAD SED UND ECD ESID NENAD SAMD MVD TRED FED SEAD SAD CAFD WAD EAD RID PCD POD
  UKDEL UKREP UKMIS TELNO FM TO INFO GR GRS ZCZC NNNN TUR MYTEL RPT MIPT MIFT SIC DTG BST GMT PM AM LTD PLC INC CO ESQ JNR SNR PTO RSVP
  SW SE NW NE EC WC WCIA HQ HMS RAF RN RMC SAS SBS ICI BP ICL BL BR BSC NCB CEGB UKAEA AERE GPO BOAC BEA LSE UCL UMIST SRC ARC NERC MRC SSRC UGC AUT
  VAT PAYE NHS ILEA GLC LCC LEA TSB NSB WEU ESA EURATOM ECSC ICJ ILO WHO UNESCO UNICEF UNHCR UNFICYP UNEF COCOM CMEA GDR FRG BAOR SACEUR SACLANT JCS
  DOD NSDD NSSM NSDM PRM PD ACDA USIA AID USG EXDIS NODIS LIMDIS NOFORN AMEMBASSY AMCONSUL SECSTATE USMISSION USUN USNATO REFTEL CODEL SEPTEL DEPTEL EMBTEL GDS XGDS PFOR PREL PINT OREP WASHDC NNN CINC USIS
  HD WCDI MODUK IMMEDIATE FLASH ROUTINE PRIORITY`.split(/\s+/),
)

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/))
}
