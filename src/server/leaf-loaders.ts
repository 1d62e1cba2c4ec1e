import type { Loaders, SignedIn } from '../../schema/context.ts';
import { loaderOf } from '../../schema/loaders.ts';
import { inclusionOf } from '../../schema/log-proofs.ts';
import type { InclusionProof } from '../../schema/nouns/log-proof.ts';
import type { Published } from '../ledger/published/published.ts';

/** The loaders of leaves and their proofs: whoever asks was given the entries, and an entry tells its position. */
export const leafLoaders = (
  published: Published,
  viewer: SignedIn | null,
): Pick<Loaders, 'leaves' | 'proofs'> => {
  const college = (): string => {
    if (!viewer) throw new Error('Leaves are loaded for the signed-in only.');
    return viewer.college;
  };
  const leaves = loaderOf(async (positions) => {
    const found = await published.leaves(college(), positions.map(BigInt));
    return new Map([...found].map(([position, leaf]) => [String(position), leaf]));
  });
  const proofs = loaderOf(async (positions) => {
    const latest = await published.latest(college());
    const proved = await Promise.all(
      positions.map(async (position): Promise<readonly (readonly [string, InclusionProof])[]> => {
        const leaf = latest && Number(position) <= latest.size ? await leaves.load(position) : null;
        if (!latest || !leaf) return [];
        const at = { position: BigInt(position), leafHash: leaf.leafHash };
        return [[position, await inclusionOf(published, college(), at, latest.size, latest)]];
      }),
    );
    return new Map(proved.flat());
  });
  return { leaves, proofs };
};
