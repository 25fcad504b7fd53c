import { act, renderHook, waitFor } from '@testing-library/react';
import { useLoad } from './useLoad';

describe('useLoad', () => {
  it('keeps the value while it loads again and when that fails', async () => {
    const load = jest.fn(async () => 'first');
    const { result } = renderHook(() => useLoad('a', load));
    expect(result.current).toMatchObject({ loading: true });
    await waitFor(() => expect(result.current.value).toBe('first'));

    load.mockRejectedValueOnce(new Error('down'));
    act(() => result.current.reload());
    expect(result.current).toMatchObject({ value: 'first', loading: true });
    await waitFor(() => expect(result.current.error?.message).toBe('down'));
    expect(result.current.value).toBe('first');

    act(() => result.current.reload());
    await waitFor(() => expect(result.current.error).toBeUndefined());
  });

  it('forgets the value of another key and aborts its request', async () => {
    const signals: AbortSignal[] = [];
    const never = (signal: AbortSignal) => {
      signals.push(signal);
      return new Promise<string>(() => {});
    };
    const { result, rerender, unmount } = renderHook(
      ({ id }) => useLoad<string>(id, never),
      { initialProps: { id: 'a' } },
    );
    rerender({ id: 'b' });
    expect(result.current).toMatchObject({ value: undefined, loading: true });
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
    unmount();
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
  });
});
