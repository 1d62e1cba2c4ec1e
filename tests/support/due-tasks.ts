import type { ApiClient } from './api-client.ts';

/** A task as somebody sees it who owes it or watches over it. */
export interface TaskAnswer {
  readonly duty: string;
  readonly dueOn: string;
  readonly state: string;
}

/** The query of them. */
export const TASKS = `query ($from: LocalDate!, $until: LocalDate!, $mine: Boolean!) {
  dueTasks(from: $from, until: $until, mine: $mine) {
    duty subject subjectId term roles handedTo dueOn state late doneOn parameter clause
    owners { id } group { id }
  }
}`;

/** What is due between two days, as far as somebody sees it; with `mine`, what they owe themselves. */
export const dueTasksOf = async (
  client: ApiClient,
  asked: { readonly from: string; readonly until: string; readonly mine: boolean },
): Promise<readonly TaskAnswer[]> => (await client.read(TASKS, asked))['dueTasks'] as readonly TaskAnswer[];
