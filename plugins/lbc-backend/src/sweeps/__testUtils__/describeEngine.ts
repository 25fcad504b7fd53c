/* eslint-disable jest/no-export -- defines tests for others */
import { describeEachDatabase } from '../../store/__testUtils__/databases';
import { createHarness, Harness } from './harness';

/** What tests of the engine use; one harness at a time. */
export class EngineTests {
  #harness: Harness | undefined;

  constructor(
    private readonly initDatabase: Parameters<
      Parameters<typeof describeEachDatabase>[1]
    >[0],
  ) {}

  get harness(): Harness {
    if (!this.#harness) {
      throw new Error('The test has not started an engine');
    }
    return this.#harness;
  }

  /** An engine over one cluster with two Ingresses, and two load balancers. */
  async start(
    options: Omit<Parameters<typeof createHarness>[0], 'db'> = {},
  ): Promise<Harness> {
    const db = await this.initDatabase();
    const harness = await createHarness({ db, ...options });
    harness.kubernetes.add('prod-1', { ingresses: ['shop/web', 'shop/api'] });
    harness.aws.loadBalancers = ['web', 'stray'];
    this.#harness = harness;
    return harness;
  }

  /** Another engine on the same database and world, as after a restart. */
  async restart(): Promise<Harness> {
    const { db, ...world } = this.harness;
    this.#harness = await createHarness({ db, ...world });
    return this.#harness;
  }

  async run(): Promise<void> {
    await this.harness.engine.start();
    await this.harness.settle();
  }

  subject(id: string) {
    return this.harness.engine.readStore.getSubject(id);
  }

  /** Transitions, the first one first, as `from>to cause`. */
  async history(subjectId: string): Promise<string[]> {
    const { items } = await this.harness.engine.readStore.listTransitions({
      subjectId,
      limit: 50,
    });
    return items
      .reverse()
      .map(({ from, to, cause }) => `${from ?? '-'}>${to ?? '-'} ${cause}`);
  }

  async end(): Promise<void> {
    await this.#harness?.engine.stop();
    this.#harness = undefined;
  }
}

/** Tests of the engine, on both databases. */
export function describeEngine(
  name: string,
  define: (t: EngineTests) => void,
): void {
  describeEachDatabase(name, initDatabase => {
    const tests = new EngineTests(initDatabase);
    afterEach(() => tests.end());
    define(tests);
  });
}

/** Tries again until a check holds. */
export async function eventually(check: () => Promise<void>): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      await check();
      return;
    } catch (error) {
      if (attempt > 400) {
        throw error;
      }
      await new Promise(resolve => setTimeout(resolve, 10));
    }
  }
}
