import {
  Arn,
  Message,
  message,
  parseElbArn,
  scopeIdOf,
} from '@lbc-backstage/plugin-lbc-common';
import { z } from 'zod';
import { detailOf } from '../../text';
import { AwsFailure } from '../failures';

/** Takes the resources of a list in, page by page, each once. */
export class ResourceCollector<T extends { arn: string }> {
  readonly #schema: z.ZodType<T>;
  readonly #operation: string;
  readonly #scopeId: string;
  readonly #parseArn: (arn: string) => Arn | undefined;
  readonly #items = new Map<string, T>();
  #malformed = 0;
  #example = '';

  constructor(options: {
    schema: z.ZodType<T>;
    operation: string;
    scopeId: string;
    /** Default: an ARN of Elastic Load Balancing. */
    parseArn?: (arn: string) => Arn | undefined;
  }) {
    this.#schema = options.schema;
    this.#operation = options.operation;
    this.#scopeId = options.scopeId;
    this.#parseArn = options.parseArn ?? parseElbArn;
  }

  get items(): T[] {
    return [...this.#items.values()];
  }

  /** Takes a page. Pages move while resources come and go, but never repeat. */
  add(page: readonly unknown[]): AwsFailure | undefined {
    let fresh = 0;
    for (const raw of page) {
      const parsed = this.#schema.safeParse(raw);
      if (!parsed.success) {
        this.#malformed += 1;
        this.#example ||= exampleOf(parsed.error);
        fresh += 1;
      } else if (!this.#isOfScope(parsed.data.arn)) {
        return this.#otherAccount(parsed.data.arn);
      } else if (!this.#items.has(parsed.data.arn)) {
        this.#items.set(parsed.data.arn, parsed.data);
        fresh += 1;
      }
    }
    return page.length > 0 && fresh === 0
      ? {
          coverage: 'failed',
          reason: message('source.aws-page-repeated', {
            operation: this.#operation,
          }),
        }
      : undefined;
  }

  /** Resources that were left out, if any. */
  problem(): { reason: Message; everything: boolean } | undefined {
    return this.#malformed > 0
      ? {
          everything: this.#items.size === 0,
          reason: message('source.aws-malformed-items', {
            count: this.#malformed,
            operation: this.#operation,
            example: this.#example,
          }),
        }
      : undefined;
  }

  #isOfScope(arn: string): boolean {
    const parsed = this.#parseArn(arn);
    return parsed !== undefined && scopeIdOf(parsed) === this.#scopeId;
  }

  #otherAccount(arn: string): AwsFailure {
    return {
      coverage: 'failed',
      reason: message('source.aws-other-account', {
        scope: this.#scopeId,
        operation: this.#operation,
        arn: detailOf(arn),
      }),
    };
  }
}

function exampleOf(error: z.ZodError): string {
  return error.issues[0]?.path.join('.') || 'the resource itself';
}
