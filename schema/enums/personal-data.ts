import type { ERASURE_BASES, ERASURE_REQUESTERS, ERASURE_SUBJECTS } from '../../events/erasure.ts';
import type { Purpose } from '../../events/event.ts';
import { graphqlEnum } from './graphql-enum.ts';

/** Why personal data are kept. */
export const DataPurpose = graphqlEnum<Purpose>('DataPurpose', 'Why personal data are kept.', {
  identity: 'Names and birth dates of students.',
  contact: 'Telephone and e-mail address, kept by consent.',
  special: 'Free text, and reasons of health.',
  guardian: 'Who answers for whom.',
  staff: 'The name on an account.',
});

/** Whose data are to be destroyed. */
export const ErasureSubject = graphqlEnum<(typeof ERASURE_SUBJECTS)[number]>(
  'ErasureSubject',
  'Whose personal data are to be destroyed.',
  {
    student: 'A student.',
    guardian: 'A guardian, or a trusted person.',
    staff: 'One of the staff.',
    record: 'A record in whose free text people are named.',
  },
);

/** Who wants it. */
export const ErasureRequester = graphqlEnum<(typeof ERASURE_REQUESTERS)[number]>(
  'ErasureRequester',
  'On whose wish personal data are destroyed.',
  {
    subject: 'The person’s own.',
    guardian: 'The guardian’s.',
    authority: 'That of an authority that supervises.',
    college: 'The college’s, because a term is over.',
  },
);

/** On which basis data go or stay. */
export const ErasureBasis = graphqlEnum<(typeof ERASURE_BASES)[number]>(
  'ErasureBasis',
  'On which legal basis personal data are destroyed from a day on, or kept.',
  {
    consentWithdrawn: 'They rested on consent, and it was withdrawn (152-ФЗ ст. 21 ч. 5).',
    noLongerNeeded: 'Nothing needs them any longer (152-ФЗ ст. 21 ч. 4).',
    afterStudies: 'They are kept for some years after the studies, and destroyed then (R-PRT-10).',
    studying: 'They are kept because the person studies at the college.',
    guardianshipLasts: 'They are kept as long as the guardianship or the delegation lasts.',
    marksRetained:
      'They are kept as long as marks given by the person are: who changed which mark stays answerable.',
  },
);

/** Where an erasure stands. */
export const ErasureState = graphqlEnum<'scheduled' | 'awaitingSecond' | 'destroyed' | 'declined'>(
  'ErasureState',
  'Where the destruction of personal data stands.',
  {
    scheduled: 'Something waits for its day, or for a first person’s yes.',
    awaitingSecond: 'One of the two persons agreed.',
    destroyed: 'Everything it is about has been destroyed.',
    declined: 'Declined or taken back: what was not destroyed stays.',
  },
);

/** Why an erasure is declined. */
export const ErasureRefusal = graphqlEnum<'notEntitled' | 'retentionRequired' | 'takenBack'>(
  'ErasureRefusal',
  'Why the destruction of personal data is declined.',
  {
    notEntitled: 'Who asked for it was not entitled to.',
    retentionRequired: 'The data have to be kept.',
    takenBack: 'Who asked for it took it back.',
  },
);
