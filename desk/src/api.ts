// Written by desk/write_types.py from the OpenAPI description of src/rashomon/desk; change the nouns there.

/** Whose account a column is. */
export interface AccountHead {
  origin: string;
  articles: number;
  reprints: number;
  statements: number;
}

/** One actor with all the names it goes by; `name` is one of `names`, which are sorted. Within one article an actor is local (its id is made from the article's and its name); across articles the local ones are joined, each with its reason. `parents` are ids of the actors that it belongs to. */
export interface Actor {
  id: string;
  name: string;
  names: string[];
  type: "state" | "force" | "militia" | "party" | "person" | "organisation" | "outlet" | "agency" | "group" | "office";
  parents: string[];
}

/** An actor in a list. `names` counts those it goes by, `by` the events that it does something in, `on` those in which something is done to it. */
export interface ActorLine {
  id: string;
  name: string;
  type: string;
  names: number;
  by: number;
  on: number;
}

/** A stretch of the actors that answer, those of most events first. */
export interface ActorList {
  total: number;
  offset: number;
  actors: ActorLine[];
}

/** One actor: its names, what it belongs to and what belongs to it, why names were joined in it, who does what to whom. */
export interface ActorPage {
  actor: Actor;
  line: ActorLine;
  parents: Named[];
  members: Named[];
  joined: Joined[];
  acts_on: Tie[];
  acted_on_by: Tie[];
}

/** Every act, `type` or `type/mode`. */
export interface Acts {
  acts: string[];
}

/** Of `pairs` statements that both tell, `same` have the same value of the field; `alpha` is Krippendorff's, None where there is nothing to agree on. */
export interface Agreement {
  field: string;
  pairs: number;
  same: number;
  alpha: number | null;
}

/** Decides that a local actor is another than those it was joined with. */
export interface Apart {
  local: string;
  reason: string;
}

/** `text` is the clean report: paragraphs parted by one empty line, NFC, no headline. All offsets refer to it. `id` is made from `sha256` and `file`. `published` is None unless the page, its address or its manifest states a day. `copied_from` names the agency or outlet that the page itself credits for the text. `language` is ISO 639-1, "und" where it could not be told. */
export interface Article {
  id: string;
  file: string;
  url: string | null;
  sha256: string;
  outlet: string | null;
  title: string | null;
  byline: string[];
  published: When | null;
  language: string;
  text: string;
  copied_from: string | null;
  cuts: Cut[];
}

/** An article in a list. */
export interface ArticleLine {
  id: string;
  file: string;
  outlet: string | null;
  title: string | null;
  published: When | null;
  statements: number;
}

/** A stretch of the articles, by file, and what did not become one. */
export interface ArticleList {
  total: number;
  offset: number;
  articles: ArticleLine[];
  dropped: Dropped[];
}

/** One article with all that was read in it, what was judged wrong too. `origin` is whom its text comes from, `copies` are the other articles with the same text. */
export interface ArticlePage {
  article: Article;
  cuts: Cut[];
  origin: string | null;
  copies: ArticleLine[];
  statements: Statement[];
  actors: Actor[];
  places: Place[];
  mentions: PlaceMention[];
  events: StatementEvent[];
  judged: Judged[];
  dropped: Dropped[];
}

/** A relation with names. `alone` names whoever is the only one to claim it: one origin, or speakers of one side; `disputed`: it can not be right beside another. */
export interface Bond {
  id: string;
  subject: Named;
  relation: "leads" | "member-of" | "part-of" | "allied-with" | "backs" | "fights" | "talks-with" | "controls" | "based-in" | "strength";
  what: string | null;
  object: Named | null;
  is_place: boolean;
  time: When | null;
  figures: Figure[];
  statements: string[];
  sources: string[];
  rule: string;
  alone: string | null;
  disputed: boolean;
}

/** A bond, and in which of two situations it holds. */
export interface BondChange {
  how: "only first" | "only second" | "both";
  bond: Bond;
}

/** What a record holds, for those who are handed it: sources, dates, versions of the reader, rules, counts. */
export interface Card {
  name: string;
  fresh: boolean;
  articles: number;
  statements: number;
  events: number;
  dropped: number;
  judgements: number;
  outlets: Counted[];
  published_first: string | null;
  published_last: string | null;
  happened_first: string | null;
  happened_last: string | null;
  readers: string[];
  rules: string[];
  formats: Format[];
}

/** The figures of one thing counted. */
export interface Chart {
  measure: string;
  counts: string;
  unit: string;
  figures: ToldFigure[];
}

/** A field on which the accounts can not all be right. */
export interface Clash {
  field: "figure" | "time" | "place" | "actor" | "target" | "act" | "factuality";
  what: string;
  holdings: Holding[];
}

/** How one `author` left a statement: judged wrong, or with these values. `reasons` are what was said of it. */
export interface Coded {
  author: string;
  wrong: boolean;
  statement: Statement;
  reasons: string[];
}

/** `coders` are all who decided on statements, each with how many decisions stand; `units` the statements that at least two of `authors` decided, of which `differing` are not left alike. */
export interface CodingPage {
  coders: Counted[];
  authors: string[];
  units: number;
  differing: number;
  agreements: Agreement[];
  differs: DifferLine[];
}

/** That a field holds what `author` made of it by a judgement, and no longer what the reader read, which `was`. */
export interface Corrected {
  was: FieldValue;
  author: string;
  at: string;
  reason: string;
  judgement: string;
}

/** A value that events can be filtered by, and how many of them have it. */
export interface Counted {
  value: string;
  name: string;
  events: number;
}

/** A piece of the page that is not the report, and why it was left out ("menu", "advert", "teaser", ...). */
export interface Cut {
  text: string;
  reason: string;
}

/** The decision, which is kept, and what others decided `meanwhile`, which is kept as well. */
export interface Decided {
  decision: Decision;
  meanwhile: Decision[];
}

/** The decision, and the actor that the local actor is now. */
export interface DecidedOnActor {
  decision: Decision;
  actor: Named | null;
}

/** The decision, and the event that the statement is in now. */
export interface DecidedOnEvent {
  decision: Decision;
  event: Named | null;
}

/** A judgement: who decided what, when, and why. `value` is that of a field that it corrects. `undoes` is the judgement that it takes back, `undone_by` the one that takes it back. `meanwhile` is what others decided on the same thing since the page was loaded on which this one was made; only the answer to the decision itself has it. */
export interface Decision {
  id: string;
  kind: string;
  subject: string;
  subject_name: string;
  object_name: string;
  author: string;
  at: string;
  reason: string;
  undoes: string | null;
  undone_by: string | null;
  value: FieldValue | null;
  meanwhile: Decision[];
}

/** All judgements, the latest first; `author` is who decides at this desk. `lost` are the ids of those whose statement the reader reads no longer, `differs` names the fields in which it reads another than was judged. */
export interface DecisionList {
  author: string | null;
  judgements: Decision[];
  lost: string[];
  differs: Differing[];
}

/** A statement that its coders did not leave alike: as it was `read`, as each left it, and the `fields` at issue. */
export interface DifferLine {
  read: Statement;
  article: Named;
  coded: Coded[];
  fields: string[];
}

/** A judgement, and the fields in which the reader now reads other than it did when this was judged. */
export interface Differing {
  judgement: string;
  fields: ("act" | "actors" | "targets" | "places" | "time" | "figures" | "source" | "factuality")[];
}

/** Something that came in and did not get through: where it came from, the stage that dropped it, and why. */
export interface Dropped {
  file: string;
  stage: string;
  reason: string;
}

/** An event in a list. `told` is the first day on which an article that tells of it was published, `clashes` are the fields on which its accounts can not all be right. */
export interface EventLine {
  id: string;
  title: string;
  type: string;
  mode: string | null;
  time: When | null;
  told: string | null;
  places: Named[];
  origins: string[];
  articles: number;
  reprints: number;
  statements: number;
  clashes: ("figure" | "time" | "place" | "actor" | "target" | "act" | "factuality")[];
  figures: RolledFigure[];
  part_of: Named | null;
  parts: number;
}

/** A stretch of the events that answer, and how many there are in all. */
export interface EventList {
  total: number;
  offset: number;
  events: EventLine[];
}

/** One event, whole or as seen from one side. `days` are the days on which something of it became known, for the choice of one; `others` counts further events that its statements fall into when seen so; `untold` its statements that are left out here because there are too many. */
export interface EventPage {
  line: EventLine;
  reason: string;
  acled: [string, string] | null;
  ucdp_violence: number | null;
  actors: Named[];
  targets: Named[];
  places: Place[];
  accounts: AccountHead[];
  rows: Row[];
  clashes: Clash[];
  charts: Chart[];
  sources: Source[];
  statements: Statement[];
  articles: ArticleLine[];
  parts: EventLine[];
  days: string[];
  voices: string[];
  others: number;
  untold: number;
}

/** What the events that answer can be filtered by further, most frequent first. `actor` names the actor that is filtered by, for its id says nothing to a reader. */
export interface Facets {
  acts: Counted[];
  places: Counted[];
  actors: Counted[];
  origins: Counted[];
  clashes: Counted[];
  actor: Named | null;
}

/** The value of one `field` of a statement, whole; what other fields hold is empty. All empty: it is unknown. `type` and `mode` are the act, `roles` the actors or the targets, `chain` the source. */
export interface FieldValue {
  field: "act" | "actors" | "targets" | "places" | "time" | "figures" | "source" | "factuality";
  type: string | null;
  mode: string | null;
  factuality: "asserted" | "denied" | "planned" | "threatened" | "requested" | "hypothetical" | null;
  roles: Role[];
  places: PlaceMention[];
  time: When | null;
  figures: Figure[];
  chain: Sayer[];
}

/** A count or measure as one source worded it; `low` and `high` are inclusive bounds, None where nothing bounds it. `exact` has low = best = high. `about` has only `best`. `vague` may have `low` alone (`dozens` 24) or nothing. `counts` is what is counted in the source's words ("soldiers and policemen"), `measure` what happened to it ("killed", "dismissed", "" where nothing is told), `unit` "people", "percent", a currency code such as "USD", or the thing itself ("rockets", "km"). `start` and `end` are offsets of `text` in the article. */
export interface Figure {
  low: number | null;
  best: number | null;
  high: number | null;
  qualifier: "exact" | "about" | "at_least" | "more_than" | "at_most" | "fewer_than" | "between" | "vague";
  counts: string;
  measure: string;
  unit: string;
  text: string;
  start: number;
  end: number;
}

/** Corrects one field, whole; no values: it is unknown. */
export interface Fix {
  field: "act" | "actors" | "targets" | "places" | "time" | "figures" | "source" | "factuality";
  values: FixValue[];
  reason: string;
  seen: string[];
  blind: boolean;
}

/** One value of a field. `keep`: that of this number stays. Otherwise what was typed or picked (`id` is then that of the known actor or place), with the words selected in the article. */
export interface FixValue {
  text: string;
  id: string | null;
  start: number | null;
  end: number | null;
  keep: number | null;
  measure: string | null;
  role: "outlet" | "agency" | "official" | "witness" | "document" | "unnamed" | null;
}

/** A flow with names. `who` are the people as they are counted; `high` is the highest number told, None where none is, `low` the lowest that anybody allows, None where somebody tells no lower bound. */
export interface FlowLine {
  id: string;
  kind: "deserted" | "refused" | "crossed over" | "dismissed" | "withdrawn" | "reinforced";
  of: Named | null;
  to: Named | null;
  who: string;
  low: number | null;
  high: number | null;
  figures: Figure[];
  time: When | null;
  within: Named | null;
  statements: string[];
  sources: string[];
}

/** A flow, and which of two situations tells of it. */
export interface FlowLineChange {
  how: "only first" | "only second" | "both";
  flow: FlowLine;
}

/** An actor in the picture; `side` None where it stands with and against nobody. `dated`: something that holds on the day tells of it, and not only what is told without a day. */
export interface Force {
  id: string;
  name: string;
  type: string;
  side: number | null;
  dated: boolean;
  strength: Figure[];
  leaders: Named[];
}

/** A format that the record goes out in. */
export interface Format {
  name: string;
  help: string;
}

/** The password that a user has from now on. */
export interface GivePassword {
  password: string;
}

/** The role that a user has from now on. */
export interface GiveRole {
  role: "blind" | "reader" | "coder" | "reviewer" | "administrator";
}

/** A place that somebody holds or is based at, with these bonds. */
export interface Ground {
  id: string;
  name: string;
  lat: number | null;
  lon: number | null;
  precision: number;
  contested: boolean;
  bonds: string[];
}

/** A place, and who holds it in either situation. */
export interface GroundChange {
  place: string;
  first: Named[];
  second: Named[];
}

/** One of the positions of a disagreement, with the first place where it stands. */
export interface Holding {
  value: string;
  origins: string[];
  spots: Spot[];
}

/** A name of one article that was counted as this actor, and why. */
export interface Joined {
  local: string;
  name: string;
  names: string[];
  file: string;
  article: string;
  score: number;
  reason: string;
}

/** What stands judged of a statement: by whom and why last, and the fields in which the reader now reads another than was judged. */
export interface Judged {
  statement: string;
  state: "open" | "right" | "wrong" | "corrected";
  author: string;
  reason: string;
  differs: ("act" | "actors" | "targets" | "places" | "time" | "figures" | "source" | "factuality")[];
}

/** Events with one time: from `earliest` to `latest`, both included, open where None. */
export interface Mark {
  earliest: string | null;
  latest: string | null;
  precision: string;
  events: number;
  clashing: number;
}

/** Something by its id, with the name to show. */
export interface Named {
  id: string;
  name: string;
}

/** One's own password, and the one that it becomes. */
export interface NewPassword {
  old: string;
  password: string;
}

/** Somebody who may use the desk from now on. */
export interface NewUser {
  name: string;
  role: "blind" | "reader" | "coder" | "reviewer" | "administrator";
  password: string;
}

/** A place of the gazetteer, or a named place that no gazetteer has, inside one that has it. `lat` and `lon` are degrees (WGS 84), both None where unknown. `precision` is UCDP's where_prec: 1 exact point or named town, 2 within about 25 km of a known point, 3 second-order and 4 first-order administrative unit, 5 larger or fuzzy feature, 6 country, 7 international water or air. `within` goes from the smallest surrounding unit to the country. `gazetteer` is "geonames:ID", or None. */
export interface Place {
  id: string;
  name: string;
  names: string[];
  lat: number | null;
  lon: number | null;
  precision: number;
  within: string[];
  gazetteer: string | null;
}

/** Places with a name that begins so. */
export interface PlaceList {
  places: Place[];
}

/** The places of the events that answer; `unplaced` counts the events without one. */
export interface PlaceMap {
  places: Point[];
  unplaced: number;
}

/** A place named in an article; `place` is the id of the resolved place, None where no one candidate remains. */
export interface PlaceMention {
  text: string;
  start: number;
  end: number;
  place: string | null;
}

/** A place with the events at it; `precision` is UCDP's, as in the record. */
export interface Point {
  id: string;
  name: string;
  lat: number | null;
  lon: number | null;
  precision: number;
  within: string[];
  events: number;
  clashing: number;
}

/** A statement that waits. */
export interface QueueLine {
  id: string;
  type: string;
  mode: string | null;
  text: string;
  confidence: number;
}

/** The statements that wait, the least sure first; `decided` of `total` that answer to the filters are done. `about` names the event or the article that is filtered by. */
export interface QueuePage {
  author: string | null;
  total: number;
  decided: number;
  lines: QueueLine[];
  about: Named | null;
}

/** The record as a whole. `fresh` is false after a build that did not end, and while one is `building`; `stamp` changes with what the views hold, `judgements` counts what people decided. `origins` come with the one that brings the most events first, and an origin keeps the colour of its place there in every view. */
export interface RecordPage {
  name: string;
  stamp: string;
  fresh: boolean;
  building: boolean;
  judgements: number;
  articles: number;
  statements: number;
  events: number;
  dropped: number;
  clashing: number;
  first: string | null;
  last: string | null;
  origins: Counted[];
}

/** One statement to decide on: as it is `shown`, with what was corrected, and as the reader `read` it; `context` is the part of the article around it. `history` are the decisions on it, the latest first, and `differs` names where the reader now reads another than was judged. */
export interface ReviewItem {
  shown: Statement;
  read: Statement;
  state: "open" | "right" | "wrong" | "corrected";
  context: Span;
  article: ArticleLine;
  event: Named | null;
  actors: Actor[];
  places: Place[];
  history: Decision[];
  differs: Differing[];
}

/** Somebody or something that takes part. `text` stands at `start`; `name` is who is meant, which differs from `text` where a pronoun, a surname or an office stands for a name told elsewhere in the report. */
export interface Role {
  name: string;
  text: string;
  start: number;
  end: number;
  actor: string | null;
}

/** The accounts' figures of one measure brought to one row by a named, versioned rule ("ucdp-like 1"). */
export interface RolledFigure {
  counts: string;
  measure: string;
  low: number | null;
  best: number | null;
  high: number | null;
  rule: string;
}

/** One field of an event with the values of each account, in the order of the accounts. `what` is counted, in rows of figures. */
export interface Row {
  field: "figure" | "time" | "place" | "actor" | "target" | "act" | "factuality";
  what: string | null;
  clash: boolean;
  cells: Value[][];
}

/** Joins the actors of two local actors. */
export interface Same {
  local: string;
  other: string;
  reason: string;
}

/** One link of a chain. `text` and its offsets are None where the outlet is known from the page, not from the text. `said` is when this sayer said it, None where the text does not tell. */
export interface Sayer {
  name: string;
  role: "outlet" | "agency" | "official" | "witness" | "document" | "unnamed";
  text: string | null;
  start: number | null;
  end: number | null;
  said: When | null;
  actor: string | null;
}

/** An event from one side: None where nothing of it was known, or said by them. */
export interface Seen {
  event: EventPage | null;
}

/** A side, named after its force of most ties. */
export interface SideLine {
  number: number;
  name: string;
  forces: number;
}

/** A name and a password. */
export interface SignIn {
  name: string;
  password: string;
}

/** The days on which anything begins or is over, in their order; `published` is the last day of publication. */
export interface SituationDays {
  days: string[];
  published: string | null;
}

/** How things stood on a day. `bonds` hold on it, `undated` may have held, of `untold` in all; `left_out` counts the actors for which the picture has no room. */
export interface SituationPage {
  day: string;
  sides: SideLine[];
  forces: Force[];
  bonds: Bond[];
  undated: Bond[];
  ground: Ground[];
  flows: FlowLine[];
  truces: TruceLine[];
  untold: number;
  left_out: number;
}

/** Two situations beside each other; `first` and `second` say what they are of. So many relations are told of one alone (`apart`) and of `both`; of either, `bonds` are those that most origins tell. */
export interface SituationsPage {
  first: string;
  second: string;
  apart: number;
  both: number;
  bonds: BondChange[];
  flows: FlowLineChange[];
  truces: TruceLineChange[];
  ground: GroundChange[];
  strength: StrengthChange[];
}

/** Somebody who says it, with those who have it from them. `statements` are of reports that end here; `reprints` counts the copies among these reports beyond the first of each text. */
export interface Source {
  name: string;
  role: "outlet" | "agency" | "official" | "witness" | "document" | "unnamed";
  said: When | null;
  statements: string[];
  reprints: number;
  passed_on: Source[];
}

/** `start` and `end` are offsets in code points into the article's text; `text[start:end] == span.text`, always. */
export interface Span {
  start: number;
  end: number;
  text: string;
}

/** Takes a statement out of its event. */
export interface Split {
  statement: string;
  reason: string;
}

/** The characters of an article that a value stands in, and the statement that they belong to. */
export interface Spot {
  statement: string;
  article: string;
  start: number;
  end: number;
}

/** An act or a fact, who did it to whom, where, when, how many, and the chain of those who say so. `evidence` is the sentence (three at most). `trigger` are the words that told of the act, None where a claim has none. `type` and `mode` are of `vocabulary.MODES`. `chain` runs from the outlet to whoever is closest to the fact. `time` is when the act happened or is to happen. `confidence` is the reader's own, from 0 to 1; `reader` is its name and version. A `state` that tells of a standing `relation` has its subject in `actors` and its object in `targets` or, where that is a place, in `places`; `what` is the post held. Both are None for other statements. `corrected` names the fields whose value a person made; it is empty in what a reader reads. */
export interface Statement {
  id: string;
  article: string;
  evidence: Span;
  trigger: Span | null;
  type: string;
  mode: string | null;
  factuality: "asserted" | "denied" | "planned" | "threatened" | "requested" | "hypothetical";
  actors: Role[];
  targets: Role[];
  places: PlaceMention[];
  time: When | null;
  figures: Figure[];
  chain: Sayer[];
  confidence: number;
  reader: string;
  relation: "leads" | "member-of" | "part-of" | "allied-with" | "backs" | "fights" | "talks-with" | "controls" | "based-in" | "strength" | null;
  what: string | null;
  corrected: Corrected[];
}

/** The event that a statement belongs to. */
export interface StatementEvent {
  statement: string;
  event: Named;
}

/** A force, and how strong it is told to be in either situation. */
export interface StrengthChange {
  force: Named;
  first: Figure[];
  second: Figure[];
}

/** Another actor, the acts between the two, and in how many events. */
export interface Tie {
  actor: Named;
  acts: string[];
  events: number;
  clashing: number;
}

/** The times of the events that answer. `unit` is what days are gathered by where there are many. `told` are the days of first publication of those without a time; `untold` counts those without either. */
export interface Timeline {
  unit: string;
  marks: Mark[];
  told: Mark[];
  untimed: number;
  untold: number;
}

/** Brings the event of `statement` into that of `other`. */
export interface Together {
  statement: string;
  other: string;
  reason: string;
}

/** One figure of one account, for the chart: `said` is the day of saying, else that of publication. */
export interface ToldFigure {
  origin: string;
  figure: Figure;
  said: When | null;
  published: boolean;
  spot: Spot;
}

/** What went wrong, and the mend: the one shape of every answer that is not the one asked for. */
export interface Trouble {
  error: string;
}

/** A truce with its sentence; `in_force`: it had begun by the day for certain. */
export interface TruceLine {
  statement: string;
  article: string;
  time: When | null;
  within: Named | null;
  source: string;
  text: string;
  in_force: boolean;
}

/** A truce, and which of two situations tells of it. */
export interface TruceLineChange {
  how: "only first" | "only second" | "both";
  truce: TruceLine;
}

/** Takes a judgement back. */
export interface Undo {
  reason: string;
}

/** A user; `own`: it is whoever asks. */
export interface UserLine {
  id: string;
  name: string;
  role: "blind" | "reader" | "coder" | "reviewer" | "administrator";
  added: string;
  own: boolean;
}

/** All users, by name. */
export interface UserList {
  users: UserLine[];
}

/** What one account holds on one field. `text` is the name that is meant or the source's wording; `held` is how the statements that say so hold it; `clash`: other accounts hold what can not be true beside it. `makers` are the people who corrected the field to this value. */
export interface Value {
  text: string;
  when: When | null;
  figure: Figure | null;
  held: ("asserted" | "denied" | "planned" | "threatened" | "requested" | "hypothetical")[];
  clash: boolean;
  spots: Spot[];
  makers: string[];
}

/** Finds a statement right or wrong, or remarks on it. `seen` are the decisions on it that whoever decides has been shown; `blind`: nothing of others is to be told. */
export interface Verdict {
  kind: "right" | "wrong" | "comment";
  reason: string;
  seen: string[];
  blind: boolean;
}

/** Who is at the desk. `asks`: it has users, so one has to sign in. `name` and `role` are None for whoever has not; `token` goes with each call that changes something; `blind`: they code without seeing what others decided. */
export interface Visit {
  asks: boolean;
  name: string | null;
  role: "blind" | "reader" | "coder" | "reviewer" | "administrator" | null;
  token: string | null;
  decides: boolean;
  blind: boolean;
  overrules: boolean;
  administers: boolean;
}

/** An interval of days, both ends included; one end may be None, and then the interval is open on that side. `text` is the wording it came from. `basis` says what it rests on: a date that is `stated` whole, one that is `relative` to another date told in the text, or one that needed the day of publication. */
export interface When {
  earliest: string | null;
  latest: string | null;
  precision: "day" | "days" | "week" | "month" | "year" | "open";
  text: string;
  basis: "stated" | "relative" | "published";
}

/** Statements with the articles that they stand in. */
export interface Words {
  statements: Statement[];
  articles: ArticleLine[];
}
