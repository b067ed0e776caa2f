import { createContext, type ReactElement, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import './toast.css';

const SHOWN = 4_000;

type Say = (words: string) => void;
const Sayer = createContext<Say>(() => undefined);

/** Says briefly that something was done; for what went wrong there is `ErrorNote`, which stays. */
export function useToast(): Say {
  return useContext(Sayer);
}

/** Where `useToast` speaks; once per door. */
export function ToastPlace({ children }: { readonly children: ReactNode }): ReactElement {
  const [said, setSaid] = useState<{ words: string; nth: number } | null>(null);
  const say = useCallback<Say>((words) => setSaid((before) => ({ words, nth: (before?.nth ?? 0) + 1 })), []);
  useEffect(() => {
    if (said === null) return;
    const bell = setTimeout(() => setSaid(null), SHOWN);
    return () => clearTimeout(bell);
  }, [said]);
  return (
    <Sayer value={say}>
      {children}
      <div className="gl-toast-place" role="status" aria-live="polite">
        {said !== null && (
          <p className="gl-toast" key={said.nth}>
            {said.words}
          </p>
        )}
      </div>
    </Sayer>
  );
}
