import { useState } from 'react';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Snackbar from '@material-ui/core/Snackbar';
import CopyIcon from '@material-ui/icons/FileCopyOutlined';
import useCopyToClipboard from 'react-use/esm/useCopyToClipboard';
import { lbcTranslationRef } from '../../translation';

/** A button with a word, that copies what is made when somebody asks for it. */
export function CopyTextButton(props: { label: string; text: () => string }) {
  const { label, text } = props;
  const { t } = useTranslationRef(lbcTranslationRef);
  const [{ error }, copy] = useCopyToClipboard();
  const [done, setDone] = useState(false);
  return (
    <>
      <Button
        size="small"
        startIcon={<CopyIcon />}
        onClick={() => {
          copy(text());
          setDone(true);
        }}
      >
        {label}
      </Button>
      <Snackbar
        open={done}
        autoHideDuration={2_000}
        onClose={() => setDone(false)}
        message={error ? t('copy.failed') : t('copy.done')}
      />
    </>
  );
}
