import { useEffect, useState } from 'react';

const MINUTE = 60_000;

/** The present as ISO-8601, drawn again every minute, for words such as 今天. */
export function useNow(): string {
  const [now, setNow] = useState(() => new Date().toISOString());
  useEffect(() => {
    const bell = setInterval(() => {
      setNow(new Date().toISOString());
    }, MINUTE);
    return () => {
      clearInterval(bell);
    };
  }, []);
  return now;
}
