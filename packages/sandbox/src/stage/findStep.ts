import { World } from '../worlds';

/**
 * Finds a step by its whole name (`02-controller-gone`), by its name without
 * the number (`controller-gone`), or by its place, from 1 (`2`, `02`).
 */
export function findStep(world: World, target: string | number): number {
  const names = world.steps.map(step => step.name);
  const text = String(target);
  const exact = names.indexOf(text);
  if (exact >= 0) {
    return exact;
  }
  if (/^\d+$/.test(text)) {
    const place = Number(text);
    if (place >= 1 && place <= names.length) {
      return place - 1;
    }
  }
  const bare = names.findIndex(name => name.replace(/^\d+-/, '') === text);
  if (bare >= 0) {
    return bare;
  }
  throw new Error(
    `"${world.name}" has no step "${text}"; its steps are ${names.join(', ')}`,
  );
}
