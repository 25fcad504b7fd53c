import { runBench } from './runBench';

async function main() {
  const code = await runBench(process.argv.slice(2), {
    out: text => process.stdout.write(`${text}\n`),
    error: line => process.stderr.write(`${line}\n`),
  });
  // Connections that are kept alive would keep the process.
  process.stdout.write('', () => process.exit(code));
}

main().catch((error: unknown) => {
  const text = error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${text}\n`, () => process.exit(1));
});
