# TF-IDF and a linear SVM on the rows that draftlens-train gives: one JSON object a line in, one answer a line out.
import json
import sys

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import make_pipeline, make_union
from sklearn.svm import LinearSVC

rows = [json.loads(line) for line in sys.stdin]


def words():
    return TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True)


def letters():
    return TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), min_df=3, sublinear_tf=True)


for name, features in [("words", words), ("words and letters", lambda: make_union(words(), letters()))]:
    for fold in sorted({row["asked"] for row in rows if row["asked"] is not None}):
        train = [row for row in rows if fold in row["trains"]]
        asked = [row for row in rows if row["asked"] == fold]
        if not asked:
            continue
        model = make_pipeline(features(), LinearSVC(C=0.5, random_state=0))
        model.fit([row["text"] for row in train], [row["label"] for row in train])
        for row, label in zip(asked, model.predict([row["text"] for row in asked])):
            print(name, row["at"], label, sep="\t")
