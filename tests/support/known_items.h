// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/hash.h"

#include <array>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace tw::test {

/// What somebody might type who remembers a film but not its title, and the title meant.
struct KnownItem {
    std::string_view query;
    std::string_view title;
};

inline constexpr std::array kKnownItems{
    KnownItem{"archaeologist looks for the ark before the nazis", "Raiders of the Lost Ark"},
    KnownItem{"thief who steals secrets by entering dreams", "Inception"},
    KnownItem{"hacker learns that reality is a simulation", "The Matrix"},
    KnownItem{"toys come to life when humans are away", "Toy Story"},
    KnownItem{"clownfish father searches for his lost son", "Finding Nemo"},
    KnownItem{"dinosaurs cloned for a theme park", "Jurassic Park"},
    KnownItem{"ship hits an iceberg, love between rich girl and poor artist", "Titanic"},
    KnownItem{"boy who sees dead people and his psychologist", "The Sixth Sense"},
    KnownItem{"man lives the same day again and again", "Groundhog Day"},
    KnownItem{"rat who wants to become a chef in Paris", "Ratatouille"},
    KnownItem{"lonely robot collecting garbage on the abandoned earth", "WALL·E"},
    KnownItem{"cannibal psychiatrist helps a young agent catch a serial killer", "The Silence of the Lambs"},
    KnownItem{"insomniac office worker and soap maker start underground boxing", "Fight Club"},
    KnownItem{"banker in prison for life befriends another inmate", "The Shawshank Redemption"},
    KnownItem{"teenager travels back in time to when his parents met", "Back to the Future"},
    KnownItem{"astronaut left behind alone on mars", "The Martian"},
    KnownItem{"bus will explode if it slows down", "Speed"},
    KnownItem{"shark attacks at a beach town", "Jaws"},
    KnownItem{"man without short term memory hunts his wife's murderer", "Memento"},
    KnownItem{"mathematician struggles with schizophrenia", "A Beautiful Mind"},
    KnownItem{"monarch with a stammer and his therapist", "The King's Speech"},
    KnownItem{"founding of facebook", "The Social Network"},
    KnownItem{"oil drillers sent to an asteroid heading for earth", "Armageddon"},
    KnownItem{"panda learns martial arts", "Kung Fu Panda"},
    KnownItem{"ogre rescues a princess with a talking donkey", "Shrek"},
    KnownItem{"factory owner saves jews from the holocaust", "Schindler's List"},
    KnownItem{"scientists catch ghosts for money in new york", "Ghostbusters"},
    KnownItem{"young drummer and his abusive teacher", "Whiplash"},
    KnownItem{"president's plane hijacked by terrorists", "Air Force One"},
    KnownItem{"child forgotten at home at christmas fights burglars", "Home Alone"},
};

/// A line of tests/data/known_items_*.tsv.
struct RememberedFilm {
    std::string query;
    std::string answer; ///< Its key, or "Title (year)".
};

/// Lines of "query<TAB>answer"; '#' begins a comment.
inline std::vector<RememberedFilm> readRememberedFilms(const std::filesystem::path& path)
{
    std::vector<RememberedFilm> films;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        const std::size_t tab = line.find('\t');
        if (!line.starts_with('#') && tab != std::string::npos)
            films.push_back({line.substr(0, tab), line.substr(tab + 1)});
    }
    return films;
}

/// Half of the queries, by a hash of their text, is for choosing weights; the other half only judges.
inline bool isForFitting(const RememberedFilm& film) { return hash64(film.query, 6) % 2 == 0; }

} // namespace tw::test
