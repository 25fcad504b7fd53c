import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadBundledPlans } from 'lbc-sandbox';
import { judgePlans } from './judgePlans';
import { bundledPlans } from './readPlans';
import { runPlans } from './runPlans';

const plans = bundledPlans();

/** Facts that each file decides by its spec alone, and what AWS decides. */
const REFUSED_BY_AWS = [
  'fail-dualstack-no-ipv6',
  'fail-missing-certificate',
  'fail-unknown-subnets',
];
const REFUSED = [
  'fail-group-listen-ports',
  'fail-group-ssl-policy',
  'fail-gw-https-no-certificate',
  'fail-instance-clusterip',
  'fail-listen-ports-json',
  'fail-load-balancer-name',
  'fail-svc-attributes',
];

function expectedOf(name: string, notModelledBy: Record<string, number>) {
  if (REFUSED_BY_AWS.includes(name)) {
    return { isWhole: false, unknown: ['refused-by-aws'] };
  }
  return {
    isWhole: !REFUSED.includes(name),
    // Where subnets are named there is nothing that is not known.
    unknown: notModelledBy['subnet-discovery'] ? ['subnet-discovery'] : [],
  };
}

describe('what the controller built of', () => {
  it('78 specs is here', () => {
    expect(plans.files).toHaveLength(78);
    expect(plans.unreadable).toEqual([]);
  });

  it.each(plans.files.map(({ name, file }) => [name, file] as const))(
    '%s is as expected',
    (name, file) => {
      const verdict = judgePlans({ ...plans, files: [{ name, file }] });
      const base = name.replace(/\.json$/, '');
      expect(verdict.disagreements).toEqual([]);
      expect(verdict.unreadable).toEqual([]);
      const { facts, notModelledBy } = verdict;
      expect({
        // A model has more than a handful of facts; a refusal is one.
        isWhole: facts > 40,
        unknown: Object.keys(notModelledBy),
      }).toEqual(expectedOf(base, notModelledBy));
    },
  );
});

describe('the command', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'plans-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  function run(...argv: string[]) {
    const out: string[] = [];
    const errors: string[] = [];
    const code = runPlans(argv, {
      out: text => out.push(text),
      error: line => errors.push(line),
    });
    return { code, out: out.join('\n'), errors: errors.join('\n') };
  }

  function write(name: string, value: unknown) {
    writeFileSync(
      join(folder, name),
      typeof value === 'string' ? value : JSON.stringify(value),
    );
  }

  function bundled(name: string): string {
    const all = loadBundledPlans();
    return JSON.stringify(all[name] ?? all[`${name}.json`]);
  }

  it('judges the plans of this repository where no folder is named', () => {
    const { code, out } = run('--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      files: 78,
      disagreements: [],
      unreadable: [],
    });
  });

  it('names a file that is none, and goes on with the others', () => {
    write('_environment.json', bundled('_environment'));
    write('a.json', bundled('ing-defaults'));
    write('b.json', '{');
    write('c.json', { name: 'c', flags: 1, input: [] });
    const { code, out, errors } = run(folder, '--json');
    expect(code).toBe(0);
    const verdict = JSON.parse(out);
    expect(verdict.files).toBe(1);
    expect(
      verdict.unreadable.map((each: { file: string }) => each.file),
    ).toEqual(['b.json', 'c.json']);
    expect(errors).toMatch(/b\.json is not JSON/);
    expect(errors).toMatch(/c\.json is no recording of a plan: flags/);
  });

  it('says what is not known where there is no environment', () => {
    write('a.json', bundled('ing-defaults'));
    write('b.json', bundled('gw-alb-defaults'));
    const { code, out } = run(folder, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ files: 2, disagreements: [] });
    expect(Object.keys(JSON.parse(out).notModelledBy)).toEqual([
      'objects-unread',
    ]);
  });

  it('exits with 1 where something disagrees, and says what', () => {
    write('_environment.json', bundled('_environment'));
    write(
      'a.json',
      bundled('ing-defaults').replace(
        '"scheme":"internal"',
        '"scheme":"internet-facing"',
      ),
    );
    const { code, out } = run(folder);
    expect(code).toBe(1);
    expect(out).toMatch(/1 do not/);
    expect(out).toMatch(/LoadBalancer\.spec\.scheme/);
    expect(out).toMatch(/expected "internal"/);
    expect(out).toMatch(/built {4}"internet-facing"/);
  });

  it('says how it is used', () => {
    expect(run('--help')).toMatchObject({ code: 0 });
    expect(run('--other')).toMatchObject({ code: 2 });
    expect(run('a', 'b')).toMatchObject({ code: 2 });
    expect(run(join(folder, 'nowhere'))).toMatchObject({
      code: 2,
      errors: expect.stringMatching(/There is no folder/),
    });
    expect(run(folder)).toMatchObject({ code: 2 });
  });
});
