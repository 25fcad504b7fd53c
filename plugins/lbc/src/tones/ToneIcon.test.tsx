import { render } from '@testing-library/react';
import type { Tone } from '@lbc-backstage/plugin-lbc-common';
import { ToneIcon } from './ToneIcon';

const TONES: Tone[] = ['green', 'blue', 'amber', 'red', 'grey'];

describe('ToneIcon', () => {
  it('has a shape of its own for each tone', () => {
    const shapes = TONES.map(tone => {
      const { container } = render(<ToneIcon tone={tone} />);
      return container.querySelector('svg')?.innerHTML;
    });
    expect(new Set(shapes).size).toBe(TONES.length);
  });

  it('is hidden from readers, who get the word', () => {
    const { container } = render(<ToneIcon tone="red" />);
    expect(container.querySelector('svg')).toHaveAttribute(
      'aria-hidden',
      'true',
    );
  });
});
