import { SeparatedList } from '../parts';
import { FindingItem } from './FindingItem';
import type { Finding } from './types';

/** Findings, the worst first. */
export function FindingList(props: { findings: readonly Finding[] }) {
  return (
    <SeparatedList>
      {props.findings.map(finding => (
        <li
          key={`${finding.code} ${finding.target} ${
            finding.right
          } ${JSON.stringify(finding.message)}`}
        >
          <FindingItem finding={finding} />
        </li>
      ))}
    </SeparatedList>
  );
}
