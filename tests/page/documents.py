"""Documents with findings, written by hand in a few lines, as `demarche load` reads them."""
import json


def span(text, words, field="text"):
    start = text.index(words)
    return {"field": field, "start": start, "end": start + len(words), "text": words}


def document(id, date, source, url, *acts):
    """Each act is (actor, relation, proposal, modality, sentence); both names stand in the sentence."""
    text = "\n".join(sentence for *_, sentence in acts)
    found = {"id": id, "title": "Report " + id, "date": date, "source": source, "url": url, "text": text,
             "extractor": "by hand", "actors": [], "proposals": [], "assertions": [], "links": []}

    def local(kind, letter, name, sentence):
        start = text.index(sentence) + sentence.index(name)
        mention = {"field": "text", "start": start, "end": start + len(name), "text": name}
        for known in found[kind]:
            if known["name"] == name:
                known["mentions"] += [mention] if mention not in known["mentions"] else []
                return known["id"]
        found[kind].append({"id": f"{letter}{len(found[kind]) + 1}", "name": name, "mentions": [mention]})
        if letter == "a":
            found[kind][-1]["kind"] = "organisation"
        return found[kind][-1]["id"]

    for actor, relation, proposal, modality, sentence in acts:
        found["assertions"].append({
            "actor": local("actors", "a", actor, sentence), "relation": relation,
            "proposal": local("proposals", "p", proposal, sentence), "modality": modality, "extent": "full",
            "evidence": span(text, sentence), "rule": "", "confidence": 1.0})
    return json.dumps(found, ensure_ascii=False)
