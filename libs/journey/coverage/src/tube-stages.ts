/** Where a tube is on its way from the table to its outcome, in that order. */
export const tubeStages = ['open', 'sealed', 'moving', 'at-lab', 'tested'] as const;
export type TubeStage = (typeof tubeStages)[number];

/** The curve of the last three hours, by quarters of an hour: what a person can read off a small picture. */
export const bucketMinutes = 15;
export const bucketsShown = 12;
