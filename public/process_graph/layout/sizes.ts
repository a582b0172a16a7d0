/** World pixels. Cards of one column are equally wide, so depth alone decides x. */
export const CARD = { width: 232, height: 64 } as const;
/** The `+n more` node at the end of a list of children. */
export const MORE = { width: 120, height: 24 } as const;
export const COLUMN_GAP = 72;
export const SIBLING_GAP = 10;
export const SUBTREE_GAP = 22;
/** Room for the line with first time that stands over each tree of a forest. */
export const ROOT_GAP = 44;
/** About half a screen. */
export const FARTHEST_FROM_FIRST = 260;
export const COLUMN = CARD.width + COLUMN_GAP;
/** One line with its label above a card: names stay readable at the smallest scale of compact cards. */
export const HOP_LANE = 40;
