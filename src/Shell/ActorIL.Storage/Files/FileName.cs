using System.Buffers;
using ActorIL.Core.Prelude;

namespace ActorIL.Storage.Files;

/// <summary>
/// Names that are files on every system: letters, digits, dot, dash and underscore, not starting with a dot.
/// </summary>
public static class FileName
{
    /// <summary>In characters.</summary>
    public const int LengthMax = 100;

    private static readonly SearchValues<char> Allowed = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-"
    );

    /// <summary>The name, if it is such a one.</summary>
    /// <param name="where">What the name is for, as the error shows it.</param>
    /// <param name="name">The name.</param>
    public static Result<string, Error> Check(string where, string name) =>
        name.Length is > 0 and <= LengthMax && name[0] != '.' && !name.AsSpan().ContainsAnyExcept(Allowed)
            ? Result.Success<string, Error>(name)
            : Result.Failure<string, Error>(
                new(
                    where,
                    $"'{name}'",
                    $"1 to {LengthMax} letters, digits, dots, dashes or underscores, not starting with a dot",
                    "Choose another name."
                )
            );
}
