using System.Collections.Immutable;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;

namespace ActorIL.Environments.Configuration;

/// <summary>
/// The parameters of any record by name, read from the description of its fields: listed, and set by a configuration.
/// </summary>
public static class RecordParameters
{
    /// <summary>Every parameter, in the order of the fields.</summary>
    public static ImmutableArray<EnvironmentParameter> List<TParams>(TParams value)
        where TParams : IFields<TParams>
    {
        var rows = ImmutableArray.CreateBuilder<EnvironmentParameter>();
        var visitor = new ParameterListing(rows, "");
        TParams.Fields(ref visitor, value);
        return rows.ToImmutable();
    }

    /// <summary>The record with some parameters set, and the others as they were.</summary>
    /// <param name="value">The record.</param>
    /// <param name="settings">Each name at most once.</param>
    /// <param name="owner">Whose parameters they are, for errors.</param>
    /// <param name="listing">
    /// Where all of them are listed, the end of a sentence that begins with "Remove it; ".
    /// </param>
    /// <param name="check">What is wrong with a record; <see cref="Error.Where"/> is the field's name.</param>
    /// <returns>The record, or everything that is wrong; <see cref="Error.Where"/> is the parameter's name.</returns>
    public static Result<TParams, ImmutableArray<Error>> Set<TParams>(
        TParams value,
        ImmutableArray<ParameterSetting> settings,
        string owner,
        string listing,
        Func<TParams, IEnumerable<Error>> check
    )
        where TParams : IFields<TParams>
    {
        var names = List(value).Select(static parameter => parameter.Name).ToImmutableArray();
        var errors = Unknown(settings, names, owner, listing).ToBuilder();
        try
        {
            var overlay = new ParameterOverlay(settings, errors, "");
            var changed = TParams.Fields(ref overlay, value);
            if (errors.Count == 0)
            {
                errors.AddRange(
                    check(changed).Select(static error => error with { Where = ParameterNames.Of(error.Where) })
                );
            }

            return errors.Count == 0
                ? Result.Success<TParams, ImmutableArray<Error>>(changed)
                : Result.Failure<TParams, ImmutableArray<Error>>(errors.ToImmutable());
        }
        catch (ArgumentException refusal)
        {
            // A constructor refuses what its record cannot hold.
            return Result.Failure<TParams, ImmutableArray<Error>>([Refused(refusal, settings)]);
        }
    }

    private static ImmutableArray<Error> Unknown(
        ImmutableArray<ParameterSetting> settings,
        ImmutableArray<string> names,
        string owner,
        string listing
    ) =>
        [
            .. settings
                .Where(setting => !names.Contains(setting.Name))
                .Select(setting => new Error(
                    setting.Name,
                    "an unknown parameter",
                    $"a parameter of {owner}",
                    NearestName.TryFind(setting.Name, names, out var nearest)
                        ? $"Did you mean {nearest}?"
                        : $"Remove it; {listing}"
                )),
        ];

    private static Error Refused(ArgumentException refusal, ImmutableArray<ParameterSetting> settings)
    {
        var name = ParameterNames.OfArgument(refusal.ParamName ?? "");
        var found = settings.Where(setting => setting.Name == name).Select(setting => setting.Shown);
        var reason = refusal.Message.ReplaceLineEndings(" ");
        return new(name, found.FirstOrDefault("these parameters"), "other parameters", $"Correct them: {reason}");
    }
}
