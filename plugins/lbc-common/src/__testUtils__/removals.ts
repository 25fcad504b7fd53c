import { loadBundledWorld } from 'lbc-sandbox';
import { Subject } from '../inventory';
import { RemovalSubject } from '../removal';
import { Lens, Observer } from './Observer';

/** A judged subject as the store gives it to what-if and clean-up. */
export function removalSubject(
  subject: Subject,
  options: { since: string } & Partial<RemovalSubject>,
): RemovalSubject {
  return { ...subject, targetBindings: [], ...options };
}

/** The subjects of a recording, watched from its first step up to one. */
export function watchUpTo(
  world: string,
  step: number,
  options: { lens?: Lens; since?: string } = {},
): RemovalSubject[] {
  const loaded = loadBundledWorld(world);
  const observer = new Observer(loaded, { lens: options.lens });
  const rounds = loaded.steps
    .slice(0, step + 1)
    .map(each => observer.watch(each));
  const last = rounds[step];
  return last.subjects.map(subject =>
    removalSubject(subject, {
      since: options.since ?? '2026-11-23T12:00:00.000Z',
      targetBindings: last.targetBindings.filter(
        ({ subjectId }) => subjectId === subject.id,
      ),
    }),
  );
}
