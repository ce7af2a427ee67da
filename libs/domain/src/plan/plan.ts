/** A place of a plan: in every show that is put on there it is a seat. */
export interface Place {
  /** Its own in the plan and never used again, from 0: the seats of a show are told apart, and locked, by it. */
  readonly number: number;
  /** Name of its section; empty in a plan of one section, which nobody names. */
  readonly section: string;
  /** Label of its row, which another section may use too. */
  readonly row: string;
  /** What is printed on it: 7, 12a. */
  readonly label: string;
  /** Which row it stands in, counted from the stage over all sections, from 1. */
  readonly rowOrder: number;
  /** Which place of its row it is, from the left, from 1. */
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
