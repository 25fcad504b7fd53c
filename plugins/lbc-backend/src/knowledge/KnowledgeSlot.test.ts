import { mkdtemp, rm, writeFile } from 'fs/promises';
import { tmpdir } from 'os';
import { join } from 'path';
import type { ReleaseCorrection } from '@lbc-backstage/plugin-lbc-common';
import { KnowledgeSlot } from './KnowledgeSlot';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lbc-knowledge-'));
});

afterEach(() => rm(folder, { recursive: true }));

async function fileOf(name: string, text: string): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, text);
  return file;
}

const ISSUE = `
releases:
  - version: v3.4.0
    knownIssues:
      - issue: ACME-12
        text: It forgets our listeners.
        sources: [https://issues.example.com/ACME-12]
`;

it('knows what upstream says where nobody says more', async () => {
  const knowledge = await new KnowledgeSlot().create({ files: [] });
  expect(knowledge.releases).toHaveLength(65);
});

it('lets a file correct a release, in YAML or JSON, and says who did', async () => {
  const yaml = await fileOf('bad.yaml', ISSUE);
  const json = await fileOf(
    'new.json',
    JSON.stringify({
      releases: [
        {
          version: 'v3.6.0',
          basedOn: 'v3.5.0',
          date: '2026-11-20',
          gates: { ALBGatewayAPI: null, NewGate: true },
        },
      ],
    }),
  );
  const knowledge = await new KnowledgeSlot().create({ files: [yaml, json] });
  expect(await knowledge.load('v3.4.0')).toMatchObject({
    correctedBy: yaml,
    knownIssues: [{ issue: 'ACME-12' }],
  });
  const added = await knowledge.load('v3.6.0');
  expect(knowledge.releases[65]).toMatchObject({
    version: 'v3.6.0',
    correctedBy: json,
  });
  expect(added?.gates).toMatchObject({ NewGate: true });
  expect(added?.gates).not.toHaveProperty('ALBGatewayAPI');
  expect(added?.crds).toHaveLength(7);
});

it('lets modules say what they know, and files the last word', async () => {
  const slot = new KnowledgeSlot();
  slot.addReleases({
    by: 'the module acme',
    releases: [{ version: 'v3.4.0', gates: { A: true, B: true } }],
  });
  const file = await fileOf(
    'last.yaml',
    'releases: [{ version: v3.4.0, gates: { B: false } }]',
  );
  const knowledge = await slot.create({ files: [file] });
  expect(await knowledge.load('v3.4.0')).toMatchObject({
    correctedBy: `the module acme, ${file}`,
    gates: { A: true, B: false, ALBGatewayAPI: true },
  });
});

it('names the file and the place of what is wrong', async () => {
  const create = (file: string) =>
    new KnowledgeSlot().create({ files: [file] });
  const missing = join(folder, 'missing.yaml');
  await expect(create(missing)).rejects.toThrow(
    `lbc.knowledge.files names ${missing}, which can't be read`,
  );
  await expect(create(await fileOf('a.yaml', '{ "a'))).rejects.toThrow(
    'which is neither YAML nor JSON',
  );
  await expect(create(await fileOf('b.yaml', ''))).rejects.toThrow(
    /b\.yaml corrects what is known of releases: at the top/,
  );
  await expect(
    create(
      await fileOf(
        'c.yaml',
        'releases: [{ version: v3.4.0, kubernetes: { min: 1.22, sureness: documented, source: us } }]',
      ),
    ),
  ).rejects.toThrow(
    "c.yaml corrects what is known of releases: at releases[0].kubernetes.min, write it in quotes, as in '1.22'",
  );
  await expect(
    create(await fileOf('d.yaml', 'releases: [{ version: 3.4, gate: {} }]')),
  ).rejects.toThrow(
    /at releases\[0\]\.version, write it as it is tagged.*Unrecognized key: "gate"/,
  );
  await expect(
    create(await fileOf('e.yaml', 'releases: [{ version: v3.6.0 }]')),
  ).rejects.toThrow(
    /v3\.6\.0 is not known: give date, .*, or say in basedOn which release it is like/,
  );
  await expect(
    create(
      await fileOf(
        'f.yaml',
        'releases: [{ version: v3.6.0, basedOn: v3.5.9 }]',
      ),
    ),
  ).rejects.toThrow(/v3\.6\.0 is basedOn v3\.5\.9, which is not known/);
});

it('does not take from a module what is not as it must be', () => {
  const broken = { version: 'v3.4.0', gates: 'all' } as unknown;
  expect(() =>
    new KnowledgeSlot().addReleases({
      by: 'the module acme',
      releases: [broken as ReleaseCorrection],
    }),
  ).toThrow(/^the module acme corrects what is known of releases: at gates/);
});
