using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Core.Prelude;

namespace ActorIL.Environments.Configuration;

/// <summary>Collects what is wrong with parameters, field by field.</summary>
public readonly struct ParameterCheck
{
    private readonly EquatableArray<Error> _errors;

    private ParameterCheck(EquatableArray<Error> errors) => _errors = errors;

    public ImmutableArray<Error> Errors => _errors.Items;

    /// <summary>Wants a number between two bounds, both included; NaN never is.</summary>
    /// <param name="field">Its name as the parameters describe it.</param>
    /// <param name="value">What it is.</param>
    /// <param name="least">Lower bound.</param>
    /// <param name="most">Upper bound.</param>
    public ParameterCheck Within(string field, double value, double least, double most)
    {
        var wanted = string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most}");
        var found = value.ToString(CultureInfo.InvariantCulture);
        return value >= least && value <= most
            ? this
            : new([.. _errors, new Error(field, found, wanted, "Correct the value.")]);
    }
}
