namespace ActorIL.Cli.Datasets;

/// <summary>What was typed after `actoril dataset split`.</summary>
/// <param name="File">The data set.</param>
/// <param name="Fraction">The part of its episodes that is for validation, in (0, 1).</param>
/// <param name="Seed">Which episodes those are.</param>
/// <param name="Train">The file of the others; null for NAME-train.npz.</param>
/// <param name="Validation">Their file; null for NAME-validation.npz.</param>
/// <param name="IsJson">Whether the output is for a program.</param>
internal sealed record SplitRequest(
    string File,
    double Fraction,
    ulong Seed,
    string? Train,
    string? Validation,
    bool IsJson
);
