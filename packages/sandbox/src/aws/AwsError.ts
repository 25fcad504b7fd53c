/** An error as AWS answers it. */
export class AwsError extends Error {
  readonly code: string;
  readonly status: number;

  constructor(options: { code: string; message: string; status?: number }) {
    super(options.message);
    this.code = options.code;
    this.status = options.status ?? 400;
  }
}

/** A parameter that AWS does not take. */
export function validationError(message: string): AwsError {
  return new AwsError({ code: 'ValidationError', message });
}

/** Data that a world does not have: AWS' answer is that one may not look. */
export class NotRecordedError extends Error {}
