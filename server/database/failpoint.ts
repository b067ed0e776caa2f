/**
 * Moments of a command at which a program that tests us may kill it: before its transaction, once its instance is
 * locked, when everything is written and nothing committed, and when it is committed and nobody has been told. Killing
 * after a commit that leased a job is "after the claim", before the one that completes it "after the effect, before the
 * mark".
 */
export type Failpoint = 'before-tx' | 'after-lock' | 'before-commit' | 'after-commit';

/**
 * Told when a moment is reached; `doing` is the type of the command, null while it is not known. The program itself
 * hands in none, so nothing of it can be armed from outside.
 */
export type Reached = (at: Failpoint, doing: string | null) => void;
