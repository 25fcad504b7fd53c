import { runCli } from './cli/main';

// What a terminal shows is the only output that this package has.
const io = {
  // eslint-disable-next-line no-console
  out: (line: string) => console.log(line),
  // eslint-disable-next-line no-console
  error: (line: string) => console.error(line),
};

async function main() {
  const { code, running } = await runCli(process.argv.slice(2), io);
  process.exitCode = code;
  if (!running) {
    return;
  }
  const stop = () => {
    running.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

void main();
