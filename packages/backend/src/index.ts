import { createPortal } from './portal';

createPortal()
  .start()
  .catch((error: unknown) => {
    // The log above has every plugin's reason. Nothing would ever answer.
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exit(1);
  });
