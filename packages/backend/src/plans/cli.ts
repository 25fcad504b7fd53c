import { runPlans } from './runPlans';

process.exitCode = runPlans(process.argv.slice(2), {
  out: text => process.stdout.write(`${text}\n`),
  error: line => process.stderr.write(`${line}\n`),
});
