import { useState } from 'react';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { lbcTranslationRef } from '../../../translation';
import type { Finding, Target } from '../types';
import { AttestDialog } from './AttestDialog';

/** What is attested, and how it is said to the portal. */
export interface Attesting {
  cluster: string;
  target: Target;
  attest(options: {
    check: string;
    why: string;
    expiresAt: string;
  }): Promise<void>;
}

/** Lets a person say what the portal could not see. */
export function AttestButton(props: {
  finding: Finding;
  attesting: Attesting;
}) {
  const { finding, attesting } = props;
  const { t } = useTranslationRef(lbcTranslationRef);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        aria-haspopup="dialog"
        aria-label={t('readiness.attest.label', { code: finding.code })}
        onClick={() => setOpen(true)}
      >
        {t('readiness.attest')}
      </Button>
      {open && (
        <AttestDialog
          finding={finding}
          attesting={attesting}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
