import { message } from '../../messages';
import type { ReadinessCheck, ReadinessSubject } from '../input';
import { nameOfSubject, servedSubjects } from './parts/subjects';
import { firstOf, pass, unknown, warn } from './parts/results';

/** Did somebody change it after the controller last said that it succeeded? */
function isUnapplied({ facets }: ReadinessSubject): boolean | undefined {
  const { specChangedAt, lastSuccessAt } = facets.reconcile;
  return specChangedAt === undefined || lastSuccessAt === undefined
    ? undefined
    : specChangedAt > lastSuccessAt;
}

/** Specs that were changed and not applied yet: the restart applies them. */
export const check: ReadinessCheck = {
  code: 'LBC-PENDING-002',
  title: message('check.pending-specs'),
  reads: ['subjects'],
  blocking: false,
  when: 'before',
  run(input) {
    const stacks = servedSubjects(input).filter(
      ({ owners }) => owners.length > 0,
    );
    const waiting = stacks.filter(each => isUnapplied(each) === true);
    // Events live an hour: what the comparison covers needs none of them.
    const untold = stacks.filter(
      each => isUnapplied(each) === undefined && each.facets.drift !== 'none',
    );
    const found = [
      ...(waiting.length > 0
        ? [
            warn(
              message('readiness.specs-unapplied', {
                count: waiting.length,
                stacks: firstOf(waiting.map(nameOfSubject)),
              }),
              {
                remedy: [
                  {
                    who: 'you',
                    message: message('readiness.do-wait-for-spec'),
                  },
                ],
              },
            ),
          ]
        : []),
      ...(untold.length > 0
        ? [
            unknown(
              message('readiness.specs-untold', {
                count: untold.length,
                stacks: firstOf(untold.map(nameOfSubject)),
              }),
            ),
          ]
        : []),
    ];
    return found.length > 0
      ? found
      : [pass(message('readiness.specs-applied', { count: stacks.length }))];
  },
};
