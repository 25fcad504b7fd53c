import {
  formatDurationSeconds,
  renderMessage,
} from '@lbc-backstage/plugin-lbc-common';
import type { WatchedStep } from './Replay';

type Subject = WatchedStep['inventory']['subjects'][number];
type Coverage = WatchedStep['inventory']['coverage'][number];

/** One step, for people. */
export function stepText(watched: WatchedStep): string {
  const { step, at, rounds, settled, inventory } = watched;
  const lines = [`── ${step} ── read ${at}, after ${rounds} rounds of sweeps`];
  if (!settled) {
    lines.push('  The answers still changed from one round to the next.');
  }
  if (inventory.subjects.length === 0) {
    lines.push('', '  No load balancer, and nothing that asks for one.');
  }
  for (const subject of inventory.subjects) {
    lines.push('', ...subjectLines(subject, at));
  }
  if (inventory.targetBindings.length > 0) {
    lines.push('', '  Target bindings');
    for (const each of inventory.targetBindings) {
      lines.push(
        `    ${each.namespace}/${each.name} → ${
          each.targetGroup ??
          (each.state === 'unknown' ? 'not looked up' : 'nothing in AWS')
        }: ${each.state}`,
      );
    }
  }
  lines.push('', '  Coverage', ...coverageLines(inventory.coverage), '');
  return lines.join('\n');
}

function subjectLines(subject: Subject, at: string): string[] {
  const { loadBalancer, clusterTag, cluster, facets } = subject;
  const seconds = (Date.parse(at) - Date.parse(subject.since)) / 1_000;
  const { reconcile, ...words } = facets;
  const lines = [
    `  ${loadBalancer?.name ?? '(no load balancer)'}: ${subject.state}${
      subject.grade ? ` (${subject.grade})` : ''
    }, since ${subject.since} (${formatDurationSeconds(seconds)})`,
    `    because: ${renderMessage(subject.because)}`,
    `    cluster: ${clusterTag ?? 'no tag'}${
      cluster === undefined ? '' : `, ${cluster} in the portal`
    }; controller: ${subject.controller}`,
    ...ownerLines(subject.owners),
    `    facets: ${Object.entries(words)
      .map(([name, value]) => `${name} ${value}`)
      .join(', ')}${
      reconcile.lastSuccessAt === undefined
        ? ''
        : `, last success ${reconcile.lastSuccessAt}`
    }`,
  ];
  if (subject.candidates?.length) {
    lines.push(`    it may be: ${subject.candidates.join(', ')}`);
  }
  for (const each of subject.wouldDecide ?? []) {
    lines.push(`    would decide: ${renderMessage(each)}`);
  }
  for (const { role, message } of subject.evidence) {
    lines.push(`    ${role}: ${renderMessage(message)}`);
  }
  return lines;
}

function ownerLines(owners: Subject['owners']): string[] {
  if (owners.length === 0) {
    return ['    owner: none can be named'];
  }
  return owners.map(
    ({ kind, namespace, name, exists, state }) =>
      `    owner: ${kind} ${namespace}/${name}, ${
        exists ? 'exists' : 'gone'
      }, ${state}`,
  );
}

function coverageLines(coverage: readonly Coverage[]): string[] {
  const targets = new Map<string, Coverage[]>();
  for (const item of coverage) {
    targets.set(item.target, [...(targets.get(item.target) ?? []), item]);
  }
  return [...targets].flatMap(([target, items]) => {
    const complete = items.filter(each => each.coverage === 'complete').length;
    const absent = items.filter(each => each.coverage === 'absent').length;
    return [
      `    ${target}: ${complete} kinds complete, ${absent} absent`,
      ...items
        .filter(each => !['complete', 'absent'].includes(each.coverage))
        .map(
          each =>
            `      ${each.kind}: ${each.coverage}${
              each.reason ? `: ${renderMessage(each.reason)}` : ''
            }`,
        ),
    ];
  });
}
