/** So many user tasks of a person are counted (`openUserTasks` of the contract); more are told as that many and more. */
const mostCounted = 1000;

/** How many user tasks somebody has alone, as it is shown. */
export function countedWork(count: number): string {
  return count >= mostCounted ? `${mostCounted}+` : String(count);
}
