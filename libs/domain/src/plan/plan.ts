/** A place of a plan: in every show that is put on there it is a seat. */
export interface Place {
  /** Unique in the plan and never used again, from 0: it identifies a seat of a show and gives the order of locking. */
  readonly number: number;
  /** Name of its section; empty in a plan of one section, which nobody names. */
  readonly section: string;
  /** Label of its row, which another section may use too. */
  readonly row: string;
  /** What is printed on it: 7, 12a. */
  readonly label: string;
  /** The number of its row, counted from the stage over all sections, from 1. */
  readonly rowOrder: number;
  /** Its place in the row, counted from the left, from 1. */
  readonly placeInRow: number;
}

/** A row of a section, its places from the left. */
export interface Row {
  readonly label: string;
  readonly places: readonly Place[];
}

/** A part of the venue, its rows from the stage. */
export interface Section {
  readonly name: string;
  readonly rows: readonly Row[];
}

/** What is drawn of a venue: sections of rows of places. */
export interface Plan {
  readonly sections: readonly Section[];
  /** The place of this number; undefined where the plan has none. */
  readonly place: (number: number) => Place | undefined;
}
