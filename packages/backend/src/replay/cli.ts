import { runReplay } from './runReplay';

async function main() {
  const code = await runReplay(process.argv.slice(2), {
    out: text => process.stdout.write(`${text}\n`),
    error: line => process.stderr.write(`${line}\n`),
  });
  // Connections that are kept alive would keep the process.
  process.stdout.write('', () => process.exit(code));
}

void main();
