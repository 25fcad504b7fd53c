import { faultKinds } from '../faults';
import {
  ControlTarget,
  WorldView,
  callsView,
  faultsView,
  worldViews,
} from './state';

const STYLE = `
  body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: #1b1b1b; background: #fff; }
  h1 { font-size: 1.6rem; } h2 { font-size: 1.25rem; margin-top: 2rem; } h3 { font-size: 1.05rem; margin-bottom: 0; }
  table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid #d0d0d0; vertical-align: top; }
  form { display: inline-block; margin: .25rem .5rem .25rem 0; } button, select, input, textarea { font: inherit; padding: .2rem .6rem; }
  [aria-current] { font-weight: bold; } .muted { color: #555; } .error { color: #a30000; font-weight: bold; }
  fieldset label { display: inline-block; margin: 0 1rem .5rem 0; }
`;

/** The control page: plain HTML and forms, no scripts. */
export function controlPage(target: ControlTarget, error?: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>LBC sandbox</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>LBC sandbox</h1>
<p>A fleet on loopback: Kubernetes at <code>${escape(
    target.addresses.kubernetes,
  )}</code>, AWS at <code>${escape(target.addresses.aws)}</code>.</p>
${error ? `<p role="alert" class="error">${escape(error)}</p>` : ''}
<h2>Worlds</h2>
${worldViews(target).map(worldSection).join('\n')}
<h2>Faults</h2>
${faultSection(target)}
<h2>Calls</h2>
${callSection(target)}
</main>
</body>
</html>
`;
}

function worldSection(world: WorldView): string {
  const index = world.steps.findIndex(step => step.name === world.step);
  const current = world.steps[index];
  const where = [
    `Clusters: ${world.clusters.join(', ') || 'none'}`,
    world.accounts
      .map(({ accountId, region }) => `account ${accountId}, ${region}`)
      .join('; '),
  ].join('. ');
  return `<section aria-labelledby="world-${escape(world.name)}">
<h3 id="world-${escape(world.name)}">${escape(world.name)}${
    world.title ? `: ${escape(world.title)}` : ''
  }</h3>
<p class="muted">${escape(where)}.</p>
<p>Step ${index + 1} of ${world.steps.length}: <strong>${escape(
    current.title,
  )}</strong>${
    current.description ? `. ${escape(current.description)}` : ''
  }</p>
${stepButton(world, world.steps[index - 1]?.name, 'Previous step')}
${stepButton(world, world.steps[index + 1]?.name, 'Next step')}
<form method="post" action="/worlds/${encodeURIComponent(world.name)}/step">
<label>Step <select name="step">${world.steps
    .map(
      step =>
        `<option value="${escape(step.name)}"${
          step.name === world.step ? ' selected' : ''
        }>${escape(step.name)}</option>`,
    )
    .join('')}</select></label>
<button>Go</button>
</form>
</section>`;
}

function stepButton(
  world: WorldView,
  step: string | undefined,
  label: string,
): string {
  return `<form method="post" action="/worlds/${encodeURIComponent(
    world.name,
  )}/step">
<input type="hidden" name="step" value="${escape(step ?? '')}">
<button${step === undefined ? ' disabled' : ''}>${label}<span class="muted">${
    step === undefined ? '' : ` (${escape(step)})`
  }</span></button>
</form>`;
}

function faultSection(target: ControlTarget): string {
  const { faults } = faultsView(target);
  const rows = faults.map(
    ({ id, rule, hits, remaining }) => `<tr>
<th scope="row">${escape(id)}</th>
<td><code>${escape(JSON.stringify(rule))}</code></td>
<td>${hits}${remaining === undefined ? '' : ` (${remaining} to come)`}</td>
<td><form method="post" action="/faults/clear"><input type="hidden" name="id" value="${escape(
      id,
    )}"><button>Switch off</button></form></td>
</tr>`,
  );
  const table =
    rows.length === 0
      ? '<p>None is on.</p>'
      : `<table><thead><tr><th scope="col">Fault</th><th scope="col">Rule</th><th scope="col">Calls that met it</th><th scope="col">Action</th></tr></thead><tbody>${rows.join(
          '',
        )}</tbody></table>`;
  return `${table}
<form method="post" action="/faults">
<fieldset>
<legend>Switch a fault on</legend>
<label>Side <select name="side"><option>kubernetes</option><option>aws</option></select></label>
<label>Fault <select name="kind">${faultKinds
    .map(
      ({ kind, title }) =>
        `<option value="${escape(kind)}">${escape(kind)}: ${escape(
          title,
        )}</option>`,
    )
    .join('')}</select></label>
<label>Its values, as JSON <input name="values" placeholder='{"ms": 2000}'></label>
<label>Only this resource or operation <input name="what" placeholder="ingresses"></label>
<label>Only this cluster or account <input name="where" placeholder="prod-1"></label>
<label>Only so many times <input name="times" type="number" min="1"></label>
<label>Only this page of a list <input name="page" type="number" min="1"></label>
<button>Switch on</button>
</fieldset>
</form>`;
}

function callSection(target: ControlTarget): string {
  const { total, calls, mutations } = callsView(target);
  const rows = Object.entries(calls).map(
    ([call, count]) =>
      `<tr><th scope="row">${escape(call)}</th><td>${count}</td></tr>`,
  );
  const refused = mutations
    .map(({ api, what }) => `<li>${escape(api)}: ${escape(what)}</li>`)
    .join('');
  return `<p>${total} so far. ${
    mutations.length === 0
      ? 'None would have changed anything.'
      : `<strong class="error">${mutations.length} would have changed something:</strong>`
  }</p>
${refused ? `<ul>${refused}</ul>` : ''}
<form method="post" action="/calls/reset"><button>Begin again at zero</button></form>
<table><thead><tr><th scope="col">API</th><th scope="col">Calls</th></tr></thead><tbody>${rows.join(
    '',
  )}</tbody></table>`;
}

function escape(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
