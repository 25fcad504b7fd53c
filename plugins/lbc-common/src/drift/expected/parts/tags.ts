import { ControllerSettings } from '../settings';
import { merged } from './read';
import { refuse } from './refused';

/** Tags that a spec names, with the controller's own defaults. */
export function withDefaultTags(
  tags: Record<string, string>,
  { defaultTags, defaultTagsLowPriority }: ControllerSettings,
): Record<string, string> {
  return defaultTagsLowPriority
    ? merged(tags, defaultTags)
    : merged(defaultTags, tags);
}

/** A key that others manage may not be asked for. */
export function checkExternalTags(
  tags: Record<string, string> | undefined,
  { externalManagedTags }: ControllerSettings,
): void {
  const key = Object.keys(tags ?? {}).find(each =>
    externalManagedTags.includes(each),
  );
  if (key !== undefined) {
    refuse('drift.refused.external-tag', { key });
  }
}
