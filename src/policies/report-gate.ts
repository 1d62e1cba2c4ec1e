/** A page of the journal as far as reports care: whose it is, and whether all that is due is entered. */
export interface PageFilling {
  readonly journal: string;
  readonly teachers: readonly string[];
  readonly complete: boolean;
}

/** Who wants a report: a teacher of their own pages, or the curator of all pages of the group. */
export type Reporter = { readonly as: 'teacher'; readonly account: string } | { readonly as: 'groupCurator' };

/**
 * The pages that stand in the way of a report (R-REP-29, T-46): for a curator those that any teacher of the group left
 * incomplete, for a teacher their own alone; none where the regulation does not ask for complete journals.
 */
export const pagesInTheWay = (
  requireComplete: boolean | null,
  reporter: Reporter,
  pages: readonly PageFilling[],
): readonly PageFilling[] =>
  requireComplete === true
    ? pages.filter(
        ({ complete, teachers }) =>
          !complete && (reporter.as === 'groupCurator' || teachers.includes(reporter.account)),
      )
    : [];
