namespace ActorIL.Environments.Configuration;

/// <summary>What a configuration calls the fields of a parameter record.</summary>
internal static class ParameterNames
{
    // What a combinator calls the parameters of the environment it wraps; they need no prefix.
    private const string Wrapped = "inner";

    /// <summary>The name of a field, below the records around it: half_width is half-width.</summary>
    public static string Of(string prefix, string field) => prefix + Of(field);

    public static string Of(string field) => field.Replace('_', '-');

    /// <summary>What stands before the names of the fields of a nested record.</summary>
    public static string Below(string prefix, string record) => record == Wrapped ? prefix : $"{Of(prefix, record)}.";

    /// <summary>The name of a constructor's argument: halfWidth is half-width.</summary>
    public static string OfArgument(string argument) =>
        string.Concat(
            argument.Select(letter => char.IsUpper(letter) ? $"-{char.ToLowerInvariant(letter)}" : $"{letter}")
        );
}
