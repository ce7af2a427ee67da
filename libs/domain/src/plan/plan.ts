/** A point of a plan, in plan units: 1 unit is about 1 cm, x to the right and y away from the top. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Seats that are sold alike: a show gives each category of its plan a price. */
export interface Category {
  /** Unique in the plan; what places and prices refer to. */
  readonly key: string;
  readonly name: string;
  /** As `#rrggbb`. */
  readonly color: string;
}

/** What is said of a place beside its name; what does not apply is absent. */
export interface PlaceMarks {
  /** A place for a wheelchair. */
  readonly wheelchair?: true | undefined;
  /** The number of the wheelchair place that it belongs to. */
  readonly companionOf?: number | undefined;
  readonly restrictedView?: true | undefined;
  readonly aisle?: true | undefined;
  /** What people should know before they choose it. */
  readonly tooltip?: string | undefined;
}

/** A place of a plan: in every show that is put on there it is a seat. */
export interface Place extends PlaceMarks {
  /** Unique in the plan and never used again, from 0: it identifies a seat of a show and gives the order of locking. */
  readonly number: number;
  /** Name of its section; empty in a plan of one section, which nobody names. */
  readonly section: string;
  /** Label of its row, which another section may use too; empty for a standing place, which has no row. */
  readonly row: string;
  /** What the row is called, as in "Row C" or "Table 4"; empty where the label says it all: "Bar". Absent: Row. */
  readonly rowWord?: string | undefined;
  /** What is printed on it: 7, 12a. */
  readonly label: string;
  /** What the place is called, as in "Seat 12" or "Chair 2"; empty where the label says it all. Absent: Seat. */
  readonly seatWord?: string | undefined;
  /** The number of its row, counted from the stage over all sections, from 1. */
  readonly rowOrder: number;
  /** Its place in the row, counted from the left, from 1. */
  readonly placeInRow: number;
  /** Key of its category. */
  readonly category: string;
  /** Where it is, to a tenth of a unit; absent for a standing place. */
  readonly at?: Point | undefined;
}

/** A row of a section, its places from the left. */
export interface Row {
  readonly label: string;
  readonly places: readonly Place[];
}

/** A part of the venue, its rows from the stage; standing places are one row without a label. */
export interface Section {
  readonly name: string;
  readonly rows: readonly Row[];
}

/** What is drawn of a venue: sections of rows of places. */
export interface Plan {
  /** How many places it has. */
  readonly size: number;
  readonly categories: readonly Category[];
  readonly sections: readonly Section[];
  /** The place of this number; undefined where the plan has none. */
  readonly place: (number: number) => Place | undefined;
  /** Which place it is in the order of all numbers, from 0, as the packed status has them; -1 where the plan has none. */
  readonly indexOf: (number: number) => number;
  /** The number of the place that is the `index`-th in the order of all numbers; NaN where there is none. */
  readonly numberAt: (index: number) => number;
}
