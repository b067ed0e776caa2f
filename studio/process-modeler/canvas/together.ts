/** A command that is made of others, so that they are taken back at once. */
export class Together {
  /** The others are commands of their own: they are executed before this one, which does nothing itself. */
  preExecute({ change }: { readonly change: () => void }): void {
    change();
  }
}
