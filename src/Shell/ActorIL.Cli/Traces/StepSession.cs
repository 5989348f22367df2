using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Actors.Traces;
using ActorIL.Cli.Terminals;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Traces;

namespace ActorIL.Cli.Traces;

/// <summary>Walks through a run as commands say.</summary>
internal sealed class StepSession
{
    private readonly ReplayedRun _run;
    private readonly RunWalk _walk;

    private StepSession(ReplayedRun run, RunWalk walk) => (_run, _walk) = (run, walk);

    public static ExitCode Run(Terminal terminal, string file, bool isJson) =>
        ReplayedRun
            .Open(file, terminal.Plugins)
            .Match(
                run =>
                {
                    using (run)
                    {
                        return RunWalk
                            .Start(run)
                            .Match(walk => Run(terminal, file, isJson, run, walk), error => terminal.Fail(error));
                    }
                },
                errors => terminal.Fail(errors)
            );

    private static ExitCode Run(Terminal terminal, string file, bool isJson, ReplayedRun run, RunWalk walk)
    {
        using (walk)
        {
            var isPerson = terminal.IsInInteractive && terminal.IsOutInteractive && !isJson;
            IStepView view =
                isJson ? new JsonStepView(terminal)
                : isPerson ? ScreenStepView.On(terminal, file)
                : new LineStepView(terminal);
            var refusedCount = new StepSession(run, walk).Read(terminal.In, view, isPerson);

            // A person has seen what was refused; a script learns it from the exit code.
            return refusedCount > 0 && !isPerson ? ExitCode.Error : ExitCode.Success;
        }
    }

    /// <summary>Does what the lines say until they end; returns how many commands could not be done.</summary>
    private int Read(TextReader input, IStepView view, bool isPerson)
    {
        var refusedCount = 0;
        if (isPerson)
        {
            view.Show(Screen(StepCommands.HelpName) with { Text = StepCommands.Help });
        }

        view.Prompt();
        while (input.ReadLine() is { } line)
        {
            var (name, rest) = StepCommands.Parse(line);
            if (name == StepCommands.Quit)
            {
                break;
            }

            refusedCount += Do(name, rest)
                .Match(
                    screen =>
                    {
                        view.Show(screen);
                        return 0;
                    },
                    error =>
                    {
                        view.Refuse(name, error);
                        return 1;
                    }
                );
            view.Prompt();
        }

        return refusedCount;
    }

    private Result<StepScreen, Error> Do(string name, string rest) =>
        name switch
        {
            StepCommands.Next => Count(name, rest).Then(count => To(name, _walk.Ordinal + count)),
            StepCommands.Back => Count(name, rest).Then(count => Back(name, count)),
            StepCommands.Seek => TracePosition
                .Parse(name, rest)
                .Then(position => PositionSearch.Find(_run.Trace, position))
                .Then(stretch => To(name, stretch.First)),
            StepCommands.Until => TracePredicate.Parse(name, rest).Then(Until),
            StepCommands.Show => Look(name, rest == "full"),
            StepCommands.Where => Where(name),
            StepCommands.Actors => Done(
                Screen(name) with
                {
                    Actors = [.. _walk.Actors.OrderBy(actor => actor.Path, StringComparer.Ordinal)],
                }
            ),
            StepCommands.HelpName => Done(Screen(name) with { Text = StepCommands.Help }),
            _ => Unknown(name),
        };

    private Result<StepScreen, Error> To(string name, long ordinal) =>
        _walk
            .Seek(ordinal)
            .Then(isThere => isThere ? Done(Screen(name)) : AtEnd(name, "a delivery before the end of the run"));

    private Result<StepScreen, Error> Back(string name, long count) =>
        _walk.Ordinal > count
            ? To(name, _walk.Ordinal - count)
            : Failure(name, "no delivery so far back", "a delivery of the run", "`seek 1` goes to the first.");

    private Result<StepScreen, Error> Until(TracePredicate predicate)
    {
        var start = _walk.Ordinal;
        var isKnown = new bool[predicate.Terms.Length];
        while (_walk.Next())
        {
            if (_walk.Current is { } current && predicate.IsTrue(current, index => isKnown[index] = true))
            {
                return Done(Screen(StepCommands.Until));
            }
        }

        var unknown = predicate.Terms.Where((_, index) => !isKnown[index]).Select(term => term.Field).ToArray();
        return _walk
            .Seek(Math.Max(1, start))
            .Then(_ =>
                Failure(
                    StepCommands.Until,
                    unknown.Length > 0
                        ? $"no further delivery with the field {string.Join(", ", unknown)}"
                        : "no further delivery for which this is true",
                    "one before the end of the run",
                    "Nothing has moved; `show` shows the fields of a delivery."
                )
            );
    }

    private Result<StepScreen, Error> Look(string name, bool isFull) =>
        _walk
            .Look()
            .Map(step =>
            {
                var screen = Screen(name);
                return screen with
                {
                    Shown = screen.Shown is { } shown ? shown with { Step = step, Causes = Causes(shown) } : null,
                    IsFull = isFull,
                };
            });

    private Result<StepScreen, Error> Where(string name) =>
        Screen(name) is { Shown: { } shown } screen
            ? Done(screen with { Shown = shown with { Causes = Causes(shown) } })
            : Failure(name, "no delivery yet", "a delivery", "`next` goes to the first one.");

    /// <summary>The causes as the trace has them; none where it keeps no deliveries.</summary>
    private ImmutableArray<TraceEntry.Delivered> Causes(ShownDelivery shown)
    {
        if (_run.Trace.Manifest.Level < TraceLevel.Keys)
        {
            return [];
        }

        var search = new DeliverySearch(_run.Trace);
        return search.Find(shown.Record.Ordinal).Match(search.CausesOf, _ => []);
    }

    private StepScreen Screen(string name) =>
        new()
        {
            Command = name,
            Round = _walk.Round,
            Shown = _walk.Current is { } current
                ? new()
                {
                    Delivered = current,
                    Level = TraceLevel.Full,
                    Causes = [],
                    Paths = _walk.Paths.ToImmutableSortedDictionary(known => known.Id, known => known.Path),
                    Step = null,
                    IsComputed = true,
                }
                : null,
        };

    private static Result<long, Error> Count(string name, string text) =>
        text.Length == 0 ? Result.Success<long, Error>(1)
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0
            ? Result.Success<long, Error>(count)
        : Result.Failure<long, Error>(new(name, $"\"{text}\"", "a count of at least 1", "Leave it out for one."));

    private Result<StepScreen, Error> AtEnd(string name, string wanted) =>
        Failure(
            name,
            string.Create(CultureInfo.InvariantCulture, $"the end of the run, after delivery {_walk.Ordinal}"),
            wanted,
            "`back` goes on from here."
        );

    private static Result<StepScreen, Error> Unknown(string name) =>
        Failure(
            "command",
            $"\"{name}\"",
            string.Join(", ", StepCommands.Names),
            NearestName.TryFind(name, StepCommands.Names, out var nearest) ? $"Did you mean {nearest}?" : "Try help."
        );

    private static Result<StepScreen, Error> Done(StepScreen screen) => Result.Success<StepScreen, Error>(screen);

    private static Result<StepScreen, Error> Failure(string where, string found, string wanted, string remedy) =>
        Result.Failure<StepScreen, Error>(new(where, found, wanted, remedy));
}
